import Content
import Diagnostics
import Testing

@testable import Site

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SampleReport {
    static var english: Words { words("en") }

    static func words(_ language: String, own: [String: String] = [:]) -> Words {
        readWords(
            language: language, base: builtInTemplates, overrides: [], own: own,
            ownPlace: SourceLocation(file: "site.yml")
        ).value
    }
}

/// The strings files and what the code asks of them.
@Suite struct WordsTests {
    private let place = SourceLocation(file: "site.yml", line: 3)

    private func read(_ language: String, mine: String? = nil, own: [String: String] = [:]) -> Outcome<Words> {
        let file = mine.map { SourceFile(path: "mine/\(language).yml", name: "strings/\(language).yml", text: $0) }
        return readWords(
            language: language, base: SampleReport.builtInTemplates, overrides: file.map { [$0] } ?? [], own: own,
            ownPlace: place)
    }

    @Test func placeholdersAreFilledOnce() {
        let words = Words(
            language: "en",
            texts: ["a": "{X} and {x}, {external}, {External}, {unknown}", "external": "passengers", "loop": "{loop}"])
        #expect(words("a", ["x": "{external}"]) == "{external} and {external}, passengers, Passengers, {unknown}")
        // A text that names itself ends.
        #expect(words("loop") == "{loop}")
        #expect(words("no-such") == "[no-such]")
    }

    /// Four levels of a hundred each would be a hundred million texts.
    @Test func wordsThatNameEachOtherEnd() {
        let many = { (name: String) in String(repeating: "{\(name)}", count: 100) }
        let words = Words(
            language: "en", texts: ["a": many("b"), "b": many("c"), "c": many("d"), "d": many("e"), "e": "x"])
        #expect(words("a").utf8.count < 100_000)
    }

    @Test func aSiteRenamesItsCustomersEverywhere() {
        let words = SampleReport.words("en", own: ["external": "passengers"])
        #expect(words("finding-external-similar", ["other": "65%"]) == "It is similar to what passengers say (65%).")
        #expect(words("finding-external-few", ["other": "65%"]).hasPrefix("Passengers say 65%"))
    }

    @Test func whatNoTextIsCalledIsAnError() {
        #expect(read("en", own: ["extrenal": "x"]).diagnostics.map(\.code) == ["unknown-string"])
        #expect(read("en", own: ["range": "{low}…{hihg}"]).diagnostics.map(\.code) == ["unknown-placeholder"])
        let mine = read("en", mine: "range: '{low}–{high}'\nnope: x\n")
        #expect(mine.diagnostics.map { "\($0.location) \($0.code)" } == ["mine/en.yml:2:1 unknown-string"])
        #expect(mine.value("range", ["low": "1", "high": "2"]) == "1–2")
        #expect(read("xx").diagnostics.map(\.code) == ["unknown-language"])
        #expect(read("en-GB").diagnostics == [])
    }

    @Test func aLanguageOfTheSitesOwnFallsBackToEnglishAndSaysSo() {
        let mine = read("fr", mine: "nav-overview: Aperçu\n")
        #expect(mine.diagnostics.map(\.code) == ["missing-strings"])
        #expect(mine.diagnostics.hasErrors == false)
        #expect(mine.value("nav-overview") == "Aperçu")
        #expect(mine.value("nav-method") == "Method")
    }

    @Test func germanHasEveryText() {
        #expect(read("de").diagnostics == [])
        #expect(read("de-AT").diagnostics == [])
    }

    /// Every text is asked for by a template or stands, whole or as a beginning, in the code.
    @Test func noTextIsUnusedAndNoneIsMissing() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        root.appendPathComponent("Sources/Site")
        var code = ""
        for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) where name.hasSuffix(".swift") {
            code += try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
        }
        let templates = SampleReport.builtInTemplates.filter { $0.name.hasSuffix(".mustache") }.map(\.text).joined()
        let texts = SampleReport.english.keys.joined(separator: " ")
        for key in SampleReport.english.keys {
            let parts = key.split(separator: "-")
            let isUsed =
                templates.contains("{{t.\(key)}}") || code.contains("\"\(key)\"")
                || (1..<max(2, parts.count)).contains { count in
                    let stem = parts.prefix(count).joined(separator: "-")
                    return code.contains("\"\(stem)-\\(") || code.contains("\"\(stem)\"")
                } || texts.isEmpty
            let isPartOfOther = SampleReport.builtInTemplates.first { $0.name == "strings/en.yml" }?.text.contains(
                "{\(key)}")
            #expect(isUsed || isPartOfOther == true || sides.contains(key), "\(key)")
        }
        // Whatever the code asks for in plain words exists.
        for piece in code.split(separator: "words(\"").dropFirst() {
            guard let key = piece.split(separator: "\"", omittingEmptySubsequences: false).first, !key.contains("\\")
            else { continue }
            #expect(SampleReport.english.has(String(key)), "\(key)")
        }
        for piece in code.split(separator: "words.count(\"").dropFirst() {
            guard let key = piece.split(separator: "\"", omittingEmptySubsequences: false).first, !key.contains("\\")
            else { continue }
            #expect(SampleReport.english.has("\(key)-one") && SampleReport.english.has("\(key)-other"), "\(key)")
        }
    }

    private let sides: Set = ["external", "internal", "all", "connected", "self", "received"]

    /// No page shows a key in place of a text, or a placeholder that nothing filled.
    @Test(arguments: ["en", "de"])
    func nothingIsLeftUnfilled(_ language: String) {
        var content = SampleReport.content
        content.settings.language = language
        let input = SiteInput(
            report: SampleReport.report, content: content, asOf: SampleReport.asOf,
            templates: SampleReport.builtInTemplates)
        for file in renderSite(input).value where file.path.hasSuffix(".html") {
            let text = String(decoding: file.bytes, as: UTF8.self).replacing("{n}", with: "")
            #expect(!text.contains("{"), "\(file.path)")
            for key in ["[finding", "[tone", "[label", "[unit", "[kind", "[heading", "[lede", "[status", "[outcome"] {
                #expect(!text.contains(key), "\(file.path)")
            }
        }
    }
}
