import Diagnostics
import Testing

@testable import Content

/// What HTML forbids, and addresses that are known to lead out before the whole folder is.
struct EscapingTests {
    private func html(_ body: String) -> String {
        folder(["notes/a.md": note(body)]).value.notes.first?.body.html ?? "no note"
    }

    /// cmark writes U+FFFE and U+FFFF as single bytes: the sign behind them is still a sign.
    @Test(arguments: ["&#xFFFE;", "&#xFFFF;", "&#xFDD0;", "&#xFDEF;", "&#x1FFFE;", "&#x10FFFF;", "&#x80;", "&#x9F;"])
    func whatIsNoCharacterIsReplacedAndEndsThere(_ reference: String) {
        #expect(
            html("a\(reference)\\<b\(reference)&amp;`<`\(reference)")
                == "<p>a\u{FFFD}&lt;b\u{FFFD}&amp;<code>&lt;</code>\u{FFFD}</p>\n")
    }

    /// All planes, each with its first and last code points; texts of titles and comments come here as they are.
    @Test func everyCodePointIsItselfAnEntityOrReplaced() {
        let entities: [Unicode.Scalar: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"]
        var values: [UInt32] = Array(0...0xFFFF)
        for plane: UInt32 in 1...0x10 {
            let first = plane << 16
            values += [first, first + 1, first + 0xFFFD, first + 0xFFFE, first + 0xFFFF]
        }
        for value in values {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(Character(scalar))
            let isNone = value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
            let isControl = value < 0x20 || (0x7F...0x9F).contains(value)
            let isForbidden = isNone || isControl && value != 0x09 && value != 0x0A
            let expected = isForbidden ? "\u{FFFD}" : entities[scalar] ?? text
            // Compared as bytes: some code points are one character with what stands before them.
            #expect(Array(HTMLText.escape("a\(text)b").utf8) == Array("a\(expected)b".utf8), "\(value)")
            #expect(HTMLText.isForbidden(scalar) == isForbidden, "\(value)")
            if isForbidden { #expect(!HTMLText.isClearlyAllowed(Array("a\(text)b".utf8)), "\(value)") }
        }
    }

    @Test func otherCharactersStay() {
        let text = "é\u{A0}\u{F000}\u{FDCF}\u{FFFD}\u{1F600}\u{1FFFD}\u{10FFFD}"
        #expect(html(text + "&lt;" + text) == "<p>\(text)&lt;\(text)</p>\n")
    }

    @Test func anAddressIsKnownToLeadOutOnlyWhereItDoes() throws {
        let resolver = LinkResolver(map: LinkMap(surveys: [], hasRulebook: false), file: "notes/a.md")
        let parts = [
            "http", "https", "HTTP", "mailto", ":", "://", "//", "/", "a.example", "-", "?", "#", "@", "%20", "[", "é",
            "x:80", " ", "\u{1}", "\u{7F}", "\\", "<", "\"", ".", "&", "\u{A0}",
        ]
        var random = Sequence64(3)
        var urls = [
            "http://a", "https://a.example/b?c=d&e#f", "https://", "http:///a", "https:a", "httpss://a", "https://a\\b",
        ]
        for _ in 0..<4000 {
            let start = Bool.random(using: &random) ? "https://" : ""
            urls.append(
                (0..<Int.random(in: 1...4, using: &random)).reduce(start) { url, _ in
                    url + (parts.randomElement(using: &random) ?? "")
                })
        }
        var found = 0
        for url in urls where LinkResolver.clearlyLeadsOut(Array(url.utf8)[...]) {
            #expect(try resolver.resolve(url) == .external(url), "\(url)")
            found += 1
        }
        #expect(found > 300)
        #expect(LinkResolver.clearlyLeadsOut(Array("https://a.example:80/b?c=d&e#f".utf8)[...]))
    }
}
