import Diagnostics
import Testing

@testable import LocatedYAML

/// YAML with places, and what it refuses.
struct LocatedYAMLTests {
    private func problems(_ text: String, firstLine: Int = 1) -> [String] {
        YAMLDocument.read(text, file: "f.yml", firstLine: firstLine).diagnostics.map(\.rendered)
    }

    @Test func scalarsStayWhatWasTyped() throws {
        var reader = MappingReader(
            YAMLDocument.read("a: 007\nb: no\nc: 2026\nd: ~\ne:\nf: ''\n", file: "f").value.root, what: "it")
        #expect(["a", "b", "c", "d", "f"].map { reader.text($0) } == ["007", "no", "2026", "~", ""])
        #expect(reader.text("e") == nil)
        #expect(reader.finish() == [])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func placesCountBytesAndAnyLineEnd(_ end: String) throws {
        let document = YAMLDocument.read("\u{FEFF}é: 1\(end)äb: {x: ü, y: [a, b]}\(end)", file: "f", firstLine: 3).value
        guard case .mapping(let pairs) = document.root.kind, case .mapping(let inner) = pairs[1].value.kind else {
            Issue.record("no mapping")
            return
        }
        #expect(pairs[1].key.location == SourceLocation(file: "f", line: 4, column: 1))
        #expect(inner[0].value.location == SourceLocation(file: "f", line: 4, column: 10))
        #expect(inner[1].key.location == SourceLocation(file: "f", line: 4, column: 14))
        #expect(inner[1].key.excerpt == "äb: {x: ü, y: [a, b]}")
    }

    @Test func unknownKeysHaveAHint() {
        var reader = MappingReader(
            YAMLDocument.read("nmae: x\nzzz: y\n", file: "f.yml").value.root, what: "a department")
        _ = reader.text("name")
        _ = reader.integer("headcount", in: 0...9)
        #expect(
            reader.finish().map(\.rendered) == [
                "f.yml:1:1: error[unknown-key]: a department has no key `nmae`; did you mean `name`?\n  1 | nmae: x\n    | ^",
                "f.yml:2:1: error[unknown-key]: a department has no key `zzz`; known keys: headcount, name\n  2 | zzz: y\n    | ^",
            ])
    }

    @Test(arguments: [
        (
            "a: 1\n\tb: 2\n",
            "f.yml:2:1: error[yaml-syntax]: the file is not valid YAML: a tab in the indentation; indent with spaces\n  2 | \tb: 2\n    | ^"
        ),
        (
            "a:\n  b: 1\n  c: 2\n  b: 3\n",
            "f.yml:4:3: error[duplicate-key]: the key `b` stands twice in one mapping; keep one of them\n  4 |   b: 3\n    |   ^"
        ),
        (
            "a: {b: 1, b: 2}\n",
            "f.yml:1:5: error[duplicate-key]: the key `b` stands twice in one mapping; keep one of them\n  1 | a: {b: 1, b: 2}\n    |     ^"
        ),
        (
            "a: \u{1}\n",
            "f.yml:1:4: error[control-character]: the character U+0001 cannot stand in YAML; delete it\n  1 | a: \u{FFFD}\n    |    ^"
        ),
        (
            "&x a: 1\nb: *x\n",
            "f.yml:2:4: error[yaml-alias]: anchors and aliases are not read; write the value out, or put quotes around text that begins with & or *, and a blank after an & within it\n  2 | b: *x\n    |    ^"
        ),
        (
            "a: &x 1\n",
            "f.yml:1:4: error[yaml-alias]: anchors and aliases are not read; write the value out, or put quotes around text that begins with & or *, and a blank after an & within it\n  1 | a: &x 1\n    |    ^"
        ),
        (
            "a: 'x\n",
            "f.yml:2:1: error[yaml-syntax]: the file is not valid YAML: found unexpected end of stream; check indentation and quotes around the place shown\n  2 | \n    | ^"
        ),
        (
            "a: 1\n---\nb: 2\n",
            "f.yml:2:1: error[yaml-syntax]: the file is not valid YAML: but found another document; check indentation and quotes around the place shown\n  2 | ---\n    | ^"
        ),
    ])
    func brokenTextIsOneMessage(_ text: String, _ message: String) {
        #expect(problems(text) == [message])
    }

    @Test func textThatOnlyLooksLikeAliasesIsText() {
        #expect(problems("a: R&D and *stars*\nb: \"&x *x\"\nc: this & that\nd: a &x, b *x\ne: |\n  &x y\n") == [])
    }

    @Test func aliasesCannotGrow() {
        var bomb = "a0: &a0 x\n"
        for level in 1...60 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        bomb += "? *a60\n: 1\n"
        #expect(problems(bomb).count == 1)
    }

    @Test func deepNestingIsRefused() {
        let flow = String(repeating: "[", count: 100_000)
        #expect(problems("a: " + flow).count == 1)
        #expect(problems("a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)).count == 1)
        #expect(problems(String(repeating: "- ", count: 900) + "a").count == 1)
        #expect(problems(String(repeating: "- ", count: 100_000) + "a").count == 1)
        #expect(problems(String(repeating: "? ", count: 5_000) + "a").count == 1)
        #expect(problems("a: [[[[[[[[[[1]]]]]]]]]]") == [])
    }

    @Test func anythingIsReadWithoutATrap() {
        var random = Sequence64(11)
        let parts = [
            "a", ":", ": ", "- ", "\n", "  ", "{", "}", "[", "]", ",", "'", "\"", "|", ">", "&a", "*a", "!", "%", "#",
            "?", "\\", "\t", "\u{85}", "é", "---", "...", "<<", "\u{0}", "@", "`",
        ]
        for _ in 0..<5000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...20, using: &random) { text += parts.randomElement(using: &random) ?? "" }
            let outcome = YAMLDocument.read(text, file: "f")
            var reader = MappingReader(outcome.value.root, what: "it")
            _ = reader.list("a")
            _ = reader.finish()
        }
    }

    @Test func numbersAreDecimal() {
        var reader = MappingReader(
            YAMLDocument.read("a: 0x10\nb: nan\nc: -1.5\nd: 99999999999999999999\n", file: "f").value.root, what: "it")
        #expect(reader.number("a") == nil)
        #expect(reader.number("b") == nil)
        #expect(reader.number("c") == -1.5)
        #expect(reader.integer("d", in: 0...Int.max) == nil)
        #expect(
            reader.finish().map(\.message) == [
                "a must be a number", "b must be a number", "d must be a whole number of at least 0",
            ])
    }
}

/// Front matter of the usual form is read without the parser, and says what the parser says.
@Suite struct PlainMappingTests {
    @Test(arguments: [
        "title: Waiting times",
        "title: Waiting times\ndate: 2026-03-04\ndepartments: [it-desk, finance]\nside: internal",
        "kind:  you-said  \nsaid: Too slow, they said (twice)!", "a: yes\nb: no\nc: 007\nd: 1e3\ne: null",
        "a: [x]\nb: [ x , y ]",
        "name: Bürgerbüro\naliases: [IT, Help_Desk]", "a: b\n", "a: b\n\nc: d\n",
        "days: 12\nreply: It was late; we know?",
        "a: x+y/z\nb: .5\nc: -5", "empty:\nother: x", "a: b: c", "a: [b: c]", "a: 'q'", "a: \"q\"", "a: # no",
        "a: x #y", "a: x#y",
        "a: *b", "a: &b c", "- a", "a:b", "a :b", "a : b", " a: b", "a: b\n  c", "a: |\n  x", "a: {b: c}",
        "a: [b, [c]]", "a: [b,]",
        "a: [b\n c]", "a: [b]x", "a: b\na: c", "? a", "a: ? b", "a: - b", "a: https://example.org/x", "a: 10:30",
        "a: b]", "a: b[0]",
        "...", "---", "a: b\n...", "%a: b", "a: \u{2028}", "a: \u{85}", "a: ~", "a: !x y", "a: @b", "a: `b", "a: b\tc",
        "a:\tb", "", "\n",
        "a: [b c, d]", "a: [é]", "A-1_b: x", "1a: b", "_a: b", "a: b\r\nc: d", "<<: x", "a: []", "a: [ ]", "é: x",
        "a: x: ", "a: [x]:",
        "title: \"Waiting: the list\"  \nx: 'it says \"no\"'", "a: \"\"\nb: ''", "a: \" x \"", "a: \"it's # here\"",
        "a: 'it''s'", "a: \"x\\n\"", "a: \"x\" y", "a: \"x\" # y", "a: \"x", "a: \"", "a: \"x\ny\"", "a: \"- &x\"",
        "a: \"*x\"\nb: \"& y\"", "a: \"[x]{y}!%@`|>~=<?,\"", "a: 'é ü'\nb: \"日本\"", "a: \"x\": y", "\"a\": x",
        "a: x\"y\"", "a: x'y", "a: x # y", "a: [\"x\"]", "a: \"x\"\na: \"y\"", "a: x=y", "a: x@y.z", "a: x<y>", "a: {",
    ])
    func saysWhatTheParserSays(_ text: String) {
        let parsed = YAMLDocument.parse(text, file: "x.md", firstLine: 2)
        guard let quick = PlainMapping.read(text, file: "x.md", firstLine: 2) else { return }
        #expect(!parsed.hasErrors)
        #expect("\(quick)" == "\(parsed.value.root)")
    }

    @Test func theUsualFormIsRead() {
        for text in [
            "title: Waiting times\ndate: 2026-03-04\ndepartments: [it-desk, finance]\n", "name: Bürgerbüro",
            "title: \"Waiting: what's new?\"\ndate: 2026-03-04", "said: 'It \"just\" broke'  ",
        ] {
            #expect(PlainMapping.read(text, file: "x.md", firstLine: 2) != nil)
        }
    }

    /// Every short text of signs that could mean something.
    @Test func shortTextsSayTheSame() {
        let signs = Array("a1:[], -?\n\"'#")
        for one in signs {
            for two in signs {
                for three in signs {
                    for four in signs {
                        let text = "k: " + String([one, two, three, four])
                        guard let quick = PlainMapping.read(text, file: "x", firstLine: 1) else { continue }
                        let parsed = YAMLDocument.parse(text, file: "x", firstLine: 1)
                        #expect(!parsed.hasErrors && "\(quick)" == "\(parsed.value.root)", "\(text)")
                    }
                }
            }
        }
    }
}
