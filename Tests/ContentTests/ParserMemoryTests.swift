import Testing

@testable import Content

/// Documents of the parser share a thread's memory, and never see each other.
struct ParserMemoryTests {
    /// Texts of a few bytes up to what takes several blocks of memory.
    private static let texts: [[UInt8]] = (0..<40).map { number in
        let part =
            "## Heading \(number)\n\nWords *here* and `there` [x](https://x.example/\(number)) &amp; so\n\n- [ ] one\n"
        return Array(String(repeating: part, count: 1 + number * number / 2).utf8)
    }

    private static func read(_ text: [UInt8]) -> MarkdownDocument {
        var document = MarkdownDocument()
        document.events = CommonMark(text)?.events(into: &document.words) ?? []
        return document
    }

    @Test func documentsOfManyThreadsDoNotMix() async {
        let alone = Self.texts.map(Self.read)
        for (document, text) in zip(alone, Self.texts) {
            // Everything but what is only a mark comes back, so nothing was overwritten.
            #expect(document.events.count > 10 && document.words.count > text.count / 2)
        }
        await withTaskGroup(of: (Int, MarkdownDocument).self) { group in
            for number in 0..<200 {
                group.addTask { (number % Self.texts.count, Self.read(Self.texts[number % Self.texts.count])) }
            }
            for await (number, document) in group {
                #expect(document.events == alone[number].events && document.words == alone[number].words)
            }
        }
    }

    @Test func aDocumentOutlivesOneThatBeganLater() throws {
        let (first, second) = (Self.texts[30], Self.texts[31])
        var words: [UInt8] = []
        guard let outer = CommonMark(first) else {
            Issue.record("not read")
            return
        }
        for _ in 0..<3 { _ = Self.read(second) }
        #expect(outer.events(into: &words) == Self.read(first).events)
        #expect(words == Self.read(first).words)
    }
}
