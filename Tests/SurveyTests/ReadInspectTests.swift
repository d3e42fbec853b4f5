import Diagnostics
import Foundation
import Report
import Testing

@testable import Survey

private func inspect(_ bytes: [UInt8]) throws -> (inspection: Inspection?, found: [Diagnostic]) {
    try withSurveyFile(bytes) { path in
        let outcome = Inspection.inspect(path: path, displayPath: "export.csv")
        return (outcome.value, outcome.diagnostics)
    }
}

private func records(_ bytes: [UInt8], _ hints: LayoutHints = LayoutHints()) throws -> (
    lines: [[String]], found: [Diagnostic]
) {
    try withSurveyFile(bytes) { path in
        var out: [UInt8] = []
        let found = RecordDump.write(path: path, displayPath: "export.csv", hints: hints) { out += $0 }
        let lines = try String(decoding: out, as: UTF8.self).split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String])
        }
        return (lines, found)
    }
}

@Suite struct ReadInspectTests {
    private static let google =
        "\u{FEFF}Timestamp,Your department,How satisfied are you?,How likely? ,Comment\r\n"
        + "3/14/2026 10:00:00,HR,Very satisfied,9,fine\r\n,,,,\r\n3/15/2026 10:00:00,HR,Satisfied,3,\r\n3/16/2026 10:00:00,IT,N/A,10,\"a\nb\"\r\n1,2\r\n"

    @Test func valuesAndScales() throws {
        let inspection = try #require(try inspect(Array(Self.google.utf8)).inspection)
        #expect(inspection.rows == 4)
        #expect(inspection.blankRows == 1)
        #expect(inspection.leftOut == [LedgerLine(outcome: .unreadable, reason: "ragged", rows: 1)])
        #expect(inspection.columns[1].values?.map(\.text) == ["HR", "IT"])
        #expect(inspection.columns[1].values?.map(\.count) == [2, 1])
        #expect(inspection.columns[2].guess == ScaleGuess(measure: .satisfaction, scale: "satisfaction-5"))
        #expect(inspection.columns[3].guess == ScaleGuess(measure: .recommendation, scale: "recommendation-11"))
        #expect(inspection.columns[4].guess == nil)
        #expect(inspection.dates.map(\.column.name) == ["Timestamp"])
        #expect(inspection.dates[0].finding.name == "month-day")
        #expect(inspection.diagnostics.map(\.code) == ["ragged-row"])
    }

    @Test func jsonHasTheMembersThatProgramsReadAndIsTheSameEveryTime() throws {
        let first = try #require(try inspect(Array(Self.google.utf8)).inspection?.json)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [String: Any])
        #expect(object["platform"] as? String == "google-forms")
        #expect(object["encoding"] as? String == "UTF-8")
        #expect(object["byte_order_mark"] as? Bool == true)
        #expect(object["delimiter"] as? String == ",")
        #expect(object["header_rows"] as? Int == 1)
        #expect(object["rows"] as? Int == 4)
        #expect((object["columns"] as? [[String: Any]])?.count == 5)
        let dates = try #require(object["dates"] as? [[String: Any]])
        #expect(dates.first?["order"] as? String == "month-day")
        #expect(dates.first?["from"] as? String == "2026-03-14")
        let left = try #require(object["left_out"] as? [[String: Any]])
        #expect(left.first?["outcome"] as? String == "unreadable")
        #expect(left.first?["rows"] as? Int == 1)
        #expect(try inspect(Array(Self.google.utf8)).inspection?.json == first)
    }

    @Test func textSaysHowTheFileIsRead() throws {
        let text = try #require(try inspect(Array(Self.google.utf8)).inspection?.text)
        for part in [
            "platform     google-forms: the first column is the time of submission",
            "encoding     UTF-8 with byte-order mark", "delimiter    comma",
            "rows         4, and 1 blank ones", "1 row: unreadable (ragged)",
            "Timestamp: month-day, the second number is above 12 in 3 of 3 values",
            "#3  How satisfied are you?", "looks like measure: satisfaction, scale: satisfaction-5",
        ] { #expect(text.contains(part), "\(part)\n\(text)") }
    }

    @Test func marksAndRepeatedAndRoundedIDs() throws {
        let (inspection, found) = try inspect(
            Array(
                "Respondent ID,Collector ID,Start Date,Q\n1.1E+10,1,01/02/2026,5\n1.1E+10,1,01/03/2026,5\n11000000003,1,01/04/2026,4\n"
                    .utf8))
        #expect(inspection?.repeatedIDs == 1)
        #expect(inspection?.columns[0].rounded == 2)
        #expect(found.map(\.code) == ["rounded-ids"])
        #expect(inspection?.dates.first?.finding.basis == .platform)
    }

    @Test func manyDifferentValuesAreOnlyCounted() throws {
        var text = "Comment,Code\n"
        for row in 0..<500 { text += "text \(row),\(row % 60)\n" }
        let inspection = try #require(try inspect(Array(text.utf8)).inspection)
        #expect(inspection.columns[0].values == nil)
        #expect(inspection.columns[0].answers == 500)
        #expect(inspection.columns[1].values?.count == 60)
        #expect(inspection.columns[1].values?.map(\.count).reduce(0, +) == 500)
    }

    @Test func brokenQuotingIsAnErrorBesideTheInspection() throws {
        let (inspection, found) = try inspect(Array("a,b\n1,\"2\n".utf8))
        #expect(inspection != nil)
        #expect(found.map(\.code) == ["open-quote"])
        #expect(found.first?.location.line == 2)
        #expect(try inspect([0x50, 0x4B, 0x03, 0x04]).inspection == nil)
    }

    @Test(
        arguments: [
            (
                "first,last,address,city,zip\nJohn,Doe,120 any st.,\"Anytown, WW\",08123\n",
                [["first", "last", "address", "city", "zip"], ["John", "Doe", "120 any st.", "Anytown, WW", "08123"]]
            ),
            ("a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
            ("a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n", [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "4"]]),
            (
                "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
                [["key", "val"], ["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"]]
            ),
            (
                "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n",
                [["a", "b", "c"], ["1", "2", "3"], ["Once upon \r\na time", "5", "6"], ["7", "8", "9"]]
            ),
            ("a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n", [["a", "b"], ["1", "ha \n\"ha\" \nha"], ["3", "4"]]),
            ("a,b,c\n1,2,3\n4,5,ʤ\n", [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "ʤ"]]),
            ("one\n\ntwo\n", [["one"], [""], ["two"]]),
            (",,\n", [["", "", ""]]), ("\n", [[""]]), ("\"\"", [[""]]), ("", []),
            ("a,b\n,\n,,\n", [["a", "b"], ["", ""], ["", "", ""]]),
            (" a , b\n\t,\u{A0}\u{FEFF}\n", [[" a ", " b"], ["\t", "\u{A0}\u{FEFF}"]]),
            ("a,b\n'=1,\"x\u{2028}y\u{85}z\u{1}\\/\"\n", [["a", "b"], ["'=1", "x\u{2028}y\u{85}z\u{1}\\/"]]),
        ] as [(String, [[String]])])
    func recordsAsRead(_ text: String, _ expected: [[String]]) throws {
        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
            let (lines, found) = try records(bytes)
            #expect(lines == expected)
            #expect(found.isEmpty)
        }
    }

    @Test func recordsOfABrokenFileComeWithItsPlace() throws {
        let (lines, found) = try records(Array("a,b\n1,2\"3\n".utf8))
        #expect(lines.last == ["1", "2\"3"])
        #expect(found.map(\.code) == ["quote-in-cell"])
        #expect(found.hasErrors)
        #expect(try records(Array("sep=;\na;b\n".utf8)).lines == [["sep=", ""], ["a", "b"]])
        #expect(try records(Array("a;b\n".utf8), LayoutHints(delimiter: 0x2C)).lines == [["a;b"]])
    }

    @Test func guessesNothingWhereNothingIsKnown() {
        #expect(ScaleGuess.guess(["Red", "Blue"]) == nil)
        #expect(ScaleGuess.guess(["Yes", "No", "n/a"]) == ScaleGuess(measure: .yesNo, scale: "yes-no"))
        #expect(ScaleGuess.guess(["1", "5", "3"]) == ScaleGuess(measure: .rating, scale: "{ from: 1, to: 5 }"))
        #expect(ScaleGuess.guess(["1", "7"]) == ScaleGuess(measure: .rating, scale: "{ from: 1, to: 7 }"))
        #expect(ScaleGuess.guess(["2019", "2020"]) == nil)
        #expect(ScaleGuess.guess([]) == nil)
    }
}
