import Diagnostics

/// A body written as HTML, with what its actions need.
struct RenderedText {
    let html: SafeHTML
    let plain: String
    /// Addresses of its links by the position of their start among the events.
    let addresses: [Int: HTMLWriter.Address]
}

extension MarkdownText {
    /// Writes the text for its page and reports links that lead nowhere, images and raw HTML.
    ///
    /// - Parameters:
    ///   - page: the page on which the text stands.
    ///   - topHeading: level of its highest headings: one below the heading that it stands under.
    func render(_ resolver: LinkResolver, page: String, topHeading: Int) -> Outcome<RenderedText> {
        var diagnostics: [Diagnostic] = []
        var addresses: [Int: HTMLWriter.Address] = [:]
        var hasReportedHTML = false
        // The line of the last link: many may stand in one.
        var line = (number: 0, bytes: [UInt8]())
        for index in events.indices {
            let event = events[index]
            switch event.kind {
            case .start(.link(let url)):
                let column = columnOfLink(event, &line)
                do throws(LinkResolver.Problem) {
                    addresses[index] = try resolver.resolve(url)
                } catch {
                    diagnostics.append(
                        source.diagnostic(
                            .error, error.code, line: event.line, column: column, error.message, remedy: error.remedy))
                }
                if PlainText.of(events[index...].dropFirst().prefix { !$0.isLinkEnd }).isEmpty {
                    diagnostics.append(
                        source.diagnostic(
                            .error, "empty-link", line: event.line, column: column, "the link has no words",
                            remedy: "write between the brackets where it leads"))
                }
            case .start(.image):
                diagnostics.append(
                    source.diagnostic(
                        .warning, "image", line: event.line, column: columnOfLink(event, &line),
                        "images are not shown; the words in its brackets stand in its place",
                        remedy: "say it in words, or link to where it lies"))
            case .html where !hasReportedHTML:
                hasReportedHTML = true
                diagnostics.append(
                    source.diagnostic(
                        .warning, "raw-html", line: event.line, column: event.column > 0 ? event.column : nil,
                        "raw HTML is left out of the page", remedy: "write Markdown, or `\\<` for the sign itself"))
            default: break
            }
        }
        var writer = HTMLWriter(topHeading: topHeading, addresses: addresses, headings: headings)
        let html = writer.write(events[...], home: page)
        return Outcome(RenderedText(html: html, plain: PlainText.of(events), addresses: addresses), diagnostics)
    }

    /// The column of a link's bracket.
    ///
    /// The parser's column is off in lines that continue a quote or a list, so it holds only where a bracket stands.
    private func columnOfLink(_ event: MarkdownEvent, _ line: inout (number: Int, bytes: [UInt8])) -> Int? {
        if line.number != event.line {
            guard let text = source.line(event.line) else { return nil }
            line = (event.line, Array(text.utf8))
        }
        let place = event.column - 1
        if line.bytes.indices.contains(place), [0x5B, 0x3C, 0x21].contains(line.bytes[place]) { return event.column }
        guard let only = line.bytes.firstIndex(of: 0x5B), line.bytes.lastIndex(of: 0x5B) == only else { return nil }
        return only + 1
    }
}

extension MarkdownEvent {
    var isLinkEnd: Bool {
        if case .end(.link) = kind { true } else { false }
    }
}
