import Diagnostics
import Report
import Testing

@testable import Survey

/// Delimiters, headers, ragged and blank rows, names of columns.
@Suite struct ReadTableTests {
    @Test(
        arguments: [
            ("a,b,c\n1,2,3\n", 0x2C), ("a;b;c\n1,5;2;3\n", 0x3B), ("a\tb\tc\n1\t2,3;4\t5\n", 0x09),
            ("a|b\n1|2\n", 0x7C),
            ("a\n1\n", 0x2C), ("sep=;\na,x;b\n1;2\n", 0x3B), ("sep=,\r\na,b\r\n1,2\r\n", 0x2C),
            ("\"sep=|\"\na|b\n1|2\n", 0x7C),
            ("\"a;b\";\"c;d\"\n\"1,2\";\"3,4\"\n", 0x3B), ("q\n\"one, two, three\"\n\"four, five\"\n", 0x2C),
            ("Which? Why, and how?;Name\nA;B\n", 0x3B), ("id,choices\n1,a;b;c;\n2,b;\n3,a;b\n", 0x2C),
            ("time,choices,more\n1,a;b;c;,x\n2,b;,y\n3,a;b,z\n", 0x2C),
        ] as [(String, UInt8)])
    func delimiters(_ text: String, _ delimiter: UInt8) throws {
        let read = try ReadFile(text)
        #expect(read.layout.delimiter == delimiter)
        #expect(read.found.isEmpty)
        #expect(!read.names.contains { $0.hasPrefix("sep=") })
    }

    @Test func declaredDelimiterIsBelieved() throws {
        #expect(try ReadFile("a,b;c\n1,2;3\n", LayoutHints(delimiter: 0x3B)).names == ["a,b", "c"])
    }

    @Test func linesAboveTheHeader() throws {
        for above in [
            "Survey results\nExported 2026-03-05\n\n", "Survey results,,\n,,\n", "Title:,Pulse,\n\n", "\n\n",
            "sep=,\nSurvey results\n",
        ] {
            let read = try ReadFile(above + "Response ID,IP,Question one\nr1,1,Good\nr2,2,Bad\n")
            #expect(read.names == ["Response ID", "IP", "Question one"], "\(above)")
            #expect(read.rows.count == 2)
            #expect(read.layout.headerRows == 1)
            let known = try ReadFile(
                above + "Respondent ID,Collector ID,,\nx,,Finance,IT\n1,2,Good,Bad\n",
                LayoutHints(platform: .surveymonkey))
            #expect(known.layout.platform == .surveymonkey)
        }
        // One or two filled cells are a header where nothing wider follows.
        #expect(try ReadFile("a,b\n1,2\n").names == ["a", "b"])
        #expect(try ReadFile("a,b,\n1,2,\n").names == ["a", "b"])
        #expect(try ReadFile("a,b\n1,2,3\n4,5,6\n").names == ["a", "b"])
    }

    @Test func blankRowsAndColumns() throws {
        let read = try ReadFile("a,b,,\r\n1,2,,\r\n,,,\r\n3,,,\r\n \u{A0},\u{FEFF},,\r\n\r\n,,,\r\n")
        #expect(read.names == ["a", "b"])
        #expect(read.rows.map { Array($0[..<2]) } == [["1", "2"], ["3", ""]])
        #expect(read.lines == [2, 4])
        #expect(read.found.isEmpty)
        #expect(read.outcomes == ["", ""])
    }

    @Test func aColumnWithoutHeaderButWithValues() throws {
        let read = try ReadFile("a,,c\n1,2,3\n,5,6\n")
        #expect(read.names == ["a", "#2", "c"])
        #expect(read.answers("#2") == ["2", "5"])
        let last = try ReadFile("a,b,\n1,2,3\n4,5,6\n")
        #expect(last.answers("#3") == ["3", "6"])
        #expect(last.outcomes == ["", ""])
    }

    @Test func raggedRowsAreNamedAndUnreadable() throws {
        let read = try ReadFile("a,b,c\n1,2,3\n1,2\n1,2,3,4\n\"x\ny\",2,3,\n1,2,3,\n\n1\n4,5,6\n")
        #expect(read.outcomes == ["", "unreadable ragged", "unreadable ragged", "", "", "unreadable ragged", ""])
        #expect(read.codes == ["ragged-row 3:0", "ragged-row 4:0", "ragged-row 9:0"])
        #expect(read.found.allSatisfy { $0.severity == .warning })
        #expect(read.found[0].message.contains("2 cells where the header has 3"))
        #expect(read.lines == [2, 3, 4, 5, 7, 9, 10])
    }

    @Test func aHeaderThatFitsNoRowIsAnError() throws {
        let read = try ReadFile("a,b,c\n1,2\n3,4\n")
        #expect(read.codes == ["ragged-row 2:0", "ragged-row 3:0", "header-mismatch 2:0"])
        #expect(read.found.hasErrors)
    }

    @Test func manyRaggedRowsAreCounted() throws {
        let read = try ReadFile("a,b,c\n1,2,3\n" + String(repeating: "1,\n", count: 50))
        #expect(read.codes.count == 21)
        #expect(read.found.last?.message.contains("30 more rows") == true)
    }

    @Test func rowsWithoutTheirBlankEndsAreWhole() throws {
        // Short rows everywhere, and none with a blank last cell: the writer drops them.
        let read = try ReadFile("a,b,c\n1,2,3\n1\n1,2\n1,2,3\n,2\n4\n")
        #expect(read.layout.dropsTrailingBlanks)
        #expect(read.outcomes.allSatisfy { $0.isEmpty })
        #expect(read.found.isEmpty)
        #expect(read.answers("c") == ["3", "", "", "3", "", ""])
        // A row that ends with a blank cell shows that they are not dropped.
        #expect(!(try ReadFile("a,b,c\n1,2,\n1\n1,2\n1,2,3\n,2\n4\n")).layout.dropsTrailingBlanks)
    }

    @Test func brokenQuotingIsAnErrorWithItsPlace() throws {
        #expect(try ReadFile("a,b\n1,\"2\n3,4\n").codes == ["open-quote 2:3"])
        #expect(try ReadFile("a,b\n1,\"2\"x\n3,4\"5\"\n").codes == ["text-after-quote 2:6", "quote-in-cell 3:4"])
        let many = try ReadFile("a,b\n" + String(repeating: "1,2\"\n", count: 30))
        #expect(many.found.count == 21)
        #expect(many.found.last?.message.contains("10 more") == true)
        #expect(many.found.hasErrors)
        // What a respondent wrote is never quoted.
        #expect(!(try ReadFile("a,b\n1,secret\"word\n")).found.contains { $0.rendered.contains("secret") })
    }

    @Test func cellsAreFoundUnderTheirNames() throws {
        let read = try ReadFile(
            "<b>How</b>\n  good&nbsp;is_it? ,dup,dup,Rate [A],Rate [B],Rate [The C team],rate\n".replacing(
                "<b>How</b>\n", with: "<b>How</b>\u{A0}") + "1,2,3,4,5,6,7\n")
        #expect(read.names == ["How good is_it?", "dup", "dup", "Rate [A]", "Rate [B]", "Rate [The C team]", "rate"])
        let layout = read.layout
        #expect(layout.column(named: "How good is_it?") == .found(0))
        #expect(layout.column(named: " <b>How</b>  good is_it?") == .found(0))
        #expect(layout.column(named: "how GOOD is_it?") == .found(0))
        #expect(layout.column(named: "dup") == .ambiguous([1, 2]))
        #expect(layout.column(named: "#3") == .found(2))
        #expect(layout.column(named: "#8") == .missing(nearest: []))
        #expect(layout.column(named: "#99999999999999999999") == .missing(nearest: []))
        #expect(layout.column(named: "Rate [a]") == .found(3))
        #expect(layout.column(named: "Rate [C]") == .missing(nearest: ["Rate [A]", "Rate [B]", "rate"]))
        #expect(layout.matrix(named: "Rate [*]").rows.map(\.text) == ["A", "B", "The C team"])
        #expect(layout.matrix(named: "Rate [The * team]").rows == [.init(column: 5, text: "C")])
        #expect(layout.matrix(named: "Rat [*]").nearest == ["Rate [*]"])
        #expect(layout.matrix(named: "Rate").rows.isEmpty)
    }

    @Test func guardsBeforeFormulasAreTakenOff() throws {
        let read = try ReadFile("a\n'=1+1\n'-3\n'+49 30\n'@x\n'quoted'\n'\n")
        #expect(read.answers("a") == ["=1+1", "-3", "+49 30", "@x", "'quoted'", "'"])
    }

    @Test(arguments: [
        ("1.1E+10", true), ("3,19085E+09", true), ("1E+10", true), ("1.1e+10", true), ("3190851410", false),
        ("1.1E10", false), ("E+10", false),
        ("1.1.1E+10", false), ("1E+", false), ("R_1E+10", false), ("1.5", false), ("", false), ("2E-05x", false),
    ])
    func roundedNumbers(_ text: String, _ isRounded: Bool) {
        #expect(SpreadsheetTraces.isRounded(Array(text.utf8)[...]) == isRounded)
    }

    @Test(arguments: [
        ("<strong>Bold</strong> word", "Bold word"), ("one<br>two<br/>three", "one two three"),
        ("a < 18 > b", "a < 18 > b"), ("< 18", "< 18"),
        ("*Are you?*", "Are you?"), ("_so_ and __so__ and **so**", "so and so and so"), ("Q2_1_TEXT", "Q2_1_TEXT"),
        ("Rate [*]", "Rate [*]"),
        ("2 * 3 * 4", "2 * 3 * 4"), ("a &amp; b &lt;5", "a & b <5"), ("x {{field:abc}} y", "x \u{2026} y"),
        ("Hi ${q://QID1/ChoiceGroup/SelectedChoices}!", "Hi \u{2026}!"), ("a\r\n\u{A0} b\u{FEFF}", "a b"),
        ("{{open", "{{open"), ("", ""),
        ("*", "*"), ("**", "**"), ("<p>", ""), ("<", "<"), ("a_b_c d", "a_b_c d"),
    ])
    func headersAreCleaned(_ text: String, _ expected: String) {
        #expect(HeaderText.clean(text) == expected)
        #expect(HeaderText.clean(expected) == expected)
    }

    @Test func aFileOfHeadersAlone() throws {
        let read = try ReadFile("Timestamp,How good?\n")
        #expect(read.rows.isEmpty)
        #expect(read.found.isEmpty)
        #expect(read.layout.platform == .googleForms)
    }

    @Test func randomTablesNeverTrap() throws {
        var numbers = SeededNumbers(9)
        let alphabet = Array("\",;\t|\r\n ab1/-.:[]{}'=#_Rr\u{FEFF}é".utf8) + [0, 0xFF, 0xFE]
        for _ in 0..<100 {
            let bytes = (0..<Int.random(in: 1...200, using: &numbers)).map { _ in
                alphabet.randomElement(using: &numbers) ?? 0
            }
            try withSurveyFile(bytes) { path in
                let platform = Platform.allCases.randomElement(using: &numbers)
                let hints = LayoutHints(platform: Bool.random(using: &numbers) ? platform : nil)
                let inspected = Inspection.inspect(path: path, displayPath: "a.csv", hints: hints)
                if let value = inspected.value {
                    #expect(!value.text.isEmpty && !value.json.isEmpty)
                } else {
                    #expect(inspected.hasErrors)
                }
                _ = RecordDump.write(path: path, displayPath: "a.csv", hints: hints) { _ in }
            }
        }
    }
}
