import Diagnostics
import Foundation
import Testing

@testable import throughline

/// The catalogue of codes against the sources that raise them, the page and `throughline help`.
@Suite("Codes of findings")
struct CodesTests {
    /// Swift sources by path, without the catalogue itself and without the type that carries findings.
    private static func sources() throws -> [String: String] {
        let folder = "\(Program.package)/Sources"
        var texts: [String: String] = [:]
        for (name, bytes) in try TemporaryFolder.files(below: folder)
        where name.hasSuffix(".swift") && !name.hasPrefix("throughline/Codes/") && !name.hasPrefix("Diagnostics/") {
            texts[name] = String(decoding: bytes, as: UTF8.self)
        }
        return texts
    }

    /// What the sources raise: the literal in the place of the code, in every form in which one is written.
    private static func raised() throws -> [String: String] {
        let forms = [
            #"\b(?:error|warning|note|fail|refuse|problem)\(\s*"([a-z][a-z0-9-]*)""#,
            #"\.(?:error|warning|note),\s*"([a-z][a-z0-9-]*)""#, #"\bcode: "([a-z][a-z0-9-]*)""#,
            #"(?:error|warning|note)\[([a-z][a-z0-9-]*)\]"#, #"\badd\(\s*\w+, "([a-z][a-z0-9-]*)""#,
        ]
        var codes = Dictionary(Limits.all.map { ($0.code, "Diagnostics/Limits.swift") }, uniquingKeysWith: { $1 })
        for (name, text) in try sources() {
            for form in forms {
                for match in text.matches(
                    of: try Regex(form, as: (Substring, Substring).self).wordBoundaryKind(.simple))
                {
                    codes[String(match.output.1)] = name
                }
            }
        }
        return codes
    }

    @Test("every code that the sources raise is explained")
    func explained() throws {
        let known = Set(DiagnosticCode.all.map(\.code))
        let raised = try Self.raised()
        #expect(raised.count > 100, "the sources are read")
        for (code, name) in raised.sorted(by: { $0.key < $1.key }) where !known.contains(code) {
            Issue.record("\(name) raises `\(code)`, which Sources/throughline/Codes does not explain")
        }
    }

    @Test("every code that is explained is raised somewhere")
    func raisedSomewhere() throws {
        let raised = try Self.raised()
        for code in DiagnosticCode.all.map(\.code) where raised[code] == nil {
            Issue.record("nothing raises `\(code)`")
        }
    }

    /// A finding made in a form that `raised()` does not read would escape both tests above.
    @Test("findings are made with a literal code, or by a helper that takes one")
    func literal() throws {
        let passedOn: Set = ["code", "error.code", "problem.code", "why", "path", "$0.severity", "severity", "message"]
        let making = try Regex(
            #"(?:\.(?:error|warning)|\bDiagnostic)\(\s*(?:\.(?:error|warning|note), )?("?)([^,")\s]*)"#,
            as: (Substring, Substring, Substring).self
        ).wordBoundaryKind(.simple)
        for (name, text) in try Self.sources() {
            for match in text.matches(of: making) where match.output.1.isEmpty {
                let first = String(match.output.2)
                if !passedOn.contains(first), !first.hasPrefix("\""), !first.hasPrefix("Limits.") {
                    Issue.record("\(name): \(match.output.0) has no literal code")
                }
            }
        }
    }

    @Test("codes are told apart, explained in sentences, and in no other program's words")
    func wellFormed() {
        let codes = DiagnosticCode.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        for code in DiagnosticCode.all {
            for text in [code.meaning, code.why, code.remedy] where !text.hasSuffix(".") || text.contains("  ") {
                Issue.record("\(code.code): \(text)")
            }
        }
    }

    @Test("docs/codes.md is what the program says")
    func page() throws {
        let place = "\(Program.package)/docs/codes.md"
        if ProcessInfo.processInfo.environment["THROUGHLINE_RECORD"] == "1" {
            try DiagnosticCode.page.write(toFile: place, atomically: true, encoding: .utf8)
            Issue.record("recorded docs/codes.md: look at the difference, then run without THROUGHLINE_RECORD")
            return
        }
        #expect(try String(contentsOfFile: place, encoding: .utf8) == DiagnosticCode.page)
    }

    @Test("help explains codes and commands, and lists what there is")
    func help() throws {
        let folder = try TemporaryFolder()
        func run(_ arguments: [String]) throws -> Program.Run { try Program.run(arguments, in: folder.path) }
        let code = try run(["help", "unknown-key"])
        #expect(code.status == 0)
        #expect(code.output.hasPrefix("unknown-key: A key that the file does not know.\n"))
        #expect(code.output.contains("    nmae: Kitchen"))
        #expect(try run(["help", "build"]).output == run(["build", "--help"]).output)
        #expect(try run(["help"]).output == run(["--help"]).output)
        let list = try run(["help", "codes"]).output
        for entry in DiagnosticCode.all where !list.contains("  \(entry.code)  ") { Issue.record("\(entry.code)") }
        let unknown = try run(["help", "unknown-kee"])
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("did you mean `unknown-key`?"))
    }

    @Test("after errors, one line says where more is said; JSON stays JSON")
    func lastLine() throws {
        let folder = try TemporaryFolder()
        let build = try Program.run(["build"], in: folder.path)
        #expect(build.errors.contains("\n`throughline help CODE` says more, such as `throughline help unreadable`\n"))
        let check = try Program.run(["check", "--format", "json"], in: folder.path)
        #expect(check.errors.isEmpty)
        #expect(try JSONSerialization.jsonObject(with: Data(check.output.utf8)) is [[String: Any]])
    }
}
