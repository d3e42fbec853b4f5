import Report
import Testing

@testable import Site

@Suite("Files for machines")
struct DataFilesTests {
    private let data = DataFiles(ReportFixture.report())

    /// A file's text without its byte-order mark, line ends made visible.
    private func text(_ name: String) throws -> String {
        let file = try #require(data.files.first { $0.path == "data/\(name).csv" })
        #expect(Array(file.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        return String(decoding: file.bytes.dropFirst(3), as: UTF8.self)
    }

    /// Lines joined as the file has to hold them.
    private func lines(_ lines: String...) -> String { lines.map { $0 + "\r\n" }.joined() }

    @Test("Departments: quoted and guarded names, parents, the distance to the paying customer")
    func departments() throws {
        #expect(
            try text("departments")
                == lines(
                    "department,name,parent,frontline,distance", "desk,\"Desk, \"\"front\"\"\",ops,true,1",
                    "it,\"IT\nand more\",,false,", "ops,'=SUM(1),,false,2"))
    }

    @Test("Links: waves in time, then provider and customer; both statistics of the headline question")
    func links() throws {
        #expect(
            try text("links")
                == lines(
                    "provider,customer,wave,question,measure,base,value,low,high,status",
                    "ops,it,2026-Q1,overall,csat,,,,,none", "ops,it,2026-Q1,overall,mean,,,,,none",
                    "desk,ops,'=spring,overall,csat,,,,,suppressed", "desk,ops,'=spring,overall,mean,,,,,suppressed",
                    "ops,desk,'=spring,overall,csat,40,85.0000,70.9300,92.9389,published",
                    "ops,desk,'=spring,overall,mean,40,4.5000,4.1000,4.7500,published"))
    }

    @Test("Ledger: every outcome, added over its reasons")
    func ledger() throws {
        #expect(
            try text("ledger")
                == lines(
                    "survey,outcome,rows", "pulse,unreadable,0", "pulse,test,8", "pulse,incomplete,0", "pulse,open,0",
                    "pulse,unknown-department,0", "pulse,duplicate,0", "pulse,unclassified,0", "pulse,counted,52"))
    }

    @Test("Rules: in their order, small counts as a word, guarded names")
    func rules() throws {
        #expect(
            try text("rules")
                == lines(
                    "survey,rule,side,kind,responses", "pulse,\"Staff, all\",internal,employee,40",
                    "pulse,'@payers,external,person,fewer", "pulse,Never,connected,bank,0"))
    }

    @Test("Figures: order, sides, empty numbers unless published, nothing of what was not asked")
    func figures() throws {
        let rows = try text("figures").split(separator: "\r\n").map(String.init)
        #expect(
            rows.first
                == "department,side,wave,question,measure,base,value,low,high,status,change,change_low,change_high,verdict"
        )
        // First wave: four units, five sides, one question of two statistics, and no received question.
        // Second wave: three units are left; five sides with three statistics, and one on side received.
        #expect(rows.count == 1 + 4 * 5 * 2 + 3 * (5 * 3 + 1))
        #expect(
            rows[1...3] == [
                "*,external,2026-Q1,overall,csat,,,,,none,,,,", "*,external,2026-Q1,overall,mean,,,,,none,,,,",
                "*,internal,2026-Q1,overall,csat,,,,,none,,,,",
            ])
        let second = rows.dropFirst(41)
        #expect(
            second.prefix(3) == [
                "*,external,'=spring,nps,nps,,,,,none,,,,",
                "*,external,'=spring,overall,csat,40,85.0000,70.9300,92.9389,published,-5.0000,-20.0000,0.0000,similar",
                "*,external,'=spring,overall,mean,40,4.5000,4.1000,4.7500,published,,,,",
            ])
        #expect(second.dropFirst(15).first == "*,received,'=spring,got,yes,12,100.0000,75.7508,100.0000,published,,,,")
        #expect(second.dropFirst(17).first == "desk,external,'=spring,overall,csat,,,,,suppressed,,,,")
        #expect(!second.contains { $0.hasPrefix("it,") })
        #expect(!rows.contains { $0.contains(",received,") && !$0.contains(",got,") })
        #expect(!rows.contains { $0.contains(",got,") && !$0.contains(",received,") })
        #expect(rows.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 14 })
    }

    @Test("The same report, the same bytes and the same id; another figure, another id")
    func release() {
        #expect(DataFiles(ReportFixture.report()) == data)
        #expect(data.releaseID.utf8.count == 16)
        #expect(data.files.map(\.path) == data.files.map(\.path).sorted())
        let renamed = ReportFixture.questions.map { question in
            Question(
                id: question.id == QuestionID("nps") ? QuestionID("recommend") : question.id, measure: question.measure,
                scale: question.scale, isReceived: question.isReceived)
        }
        #expect(DataFiles(ReportFixture.report(questions: renamed)).releaseID != data.releaseID)
    }

    @Test(
        "Text that a spreadsheet would take for a formula",
        arguments: [
            ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
            ("\nx", "\"'\nx\""), ("  =1", "'  =1"), ("\u{FF1D}1", "'\u{FF1D}1"), ("a=1", "a=1"), ("", ""), ("*", "*"),
            ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("é, ü", "\"é, ü\""), ("a\u{0}b", "a\u{0}b"),
        ])
    func guarding(text: String, field: String) {
        #expect(String(decoding: CSVText.field(text), as: UTF8.self) == field)
    }
}
