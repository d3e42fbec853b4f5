import ByteCoding

/// The text of a note: as HTML, and as plain text for search. Either it was made by this run, or an earlier one made it and
/// it is fetched where somebody asks: most pages of a site are as they were, and nobody does.
package struct PageText: Sendable {
    package struct Parts: Sendable {
        package let body: SafeHTML
        package let plain: String
    }
    private enum Source: Sendable {
        case made(Parts)
        case kept(@Sendable () -> Parts)
    }
    private let source: Source

    package init(body: SafeHTML, plain: String) { source = .made(Parts(body: body, plain: plain)) }

    /// - Parameter fetch: answers the same whenever it is asked.
    init(fetch: @escaping @Sendable () -> Parts) { source = .kept(fetch) }

    package var parts: Parts {
        switch source {
        case .made(let parts): parts
        case .kept(let fetch): fetch()
        }
    }

    /// For `decode`.
    package var encoded: [UInt8] {
        let parts = parts
        var writer = ByteWriter()
        writer.reserve(parts.body.bytes.count + parts.plain.utf8.count + 64)
        writer.put(parts.body)
        writer.put(parts.plain)
        return writer.bytes
    }

    static func decode(_ bytes: [UInt8], home: String) -> Parts? {
        var reader = ByteReader(bytes)
        guard let body = try? reader.html(home: home), let plain = try? reader.text(), reader.isAtEnd else {
            return nil
        }
        return Parts(body: body, plain: plain)
    }
}

extension ByteWriter {
    mutating func put(_ html: SafeHTML) {
        put(html.bytes)
        put(html.pages) { writer, reference in
            writer.put(reference.range.lowerBound)
            writer.put(reference.range.count)
            writer.put(reference.page)
        }
    }
}

extension ByteReader {
    /// - Parameter home: the page for which it is written.
    mutating func html(home: String) throws -> SafeHTML {
        let bytes: [UInt8] = try list()
        var end = 0
        let pages = try list { reader in
            let (start, count, page) = (try reader.number(), try reader.number(), try reader.text())
            guard start >= end, count >= 0, start <= bytes.count, count <= bytes.count - start else {
                throw ByteReader.Damaged()
            }
            end = start + count
            return SafeHTML.PageReference(range: start..<end, page: page)
        }
        return SafeHTML(bytes: bytes, pages: pages, home: home)
    }
}
