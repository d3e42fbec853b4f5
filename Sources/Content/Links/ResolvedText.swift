import ByteCoding
import Diagnostics

/// The addresses of a text's links, once the whole folder is known.
struct ResolvedLinks {
    /// Where a link of the site leads.
    enum Address: Sendable, Hashable {
        case page(String, fragment: String?)
        case external(String)
        case fragment(String)
    }
    /// By number of the link; one that leads nowhere has none.
    private let addresses: [Address?]
    /// The page on which the text stands.
    private let page: String

    /// Resolves the links of a text, and says what is wrong with them and with the text in its order.
    static func resolve(
        _ text: ParsedText, of file: SourceFile, page: String, _ resolver: LinkResolver
    ) -> Outcome<ResolvedLinks> {
        var diagnostics: [Diagnostic] = []
        var addresses: [Address?] = []
        addresses.reserveCapacity(text.links.count)
        for remark in text.remarks {
            switch remark {
            case .finding(let finding): diagnostics.append(finding)
            case .link(let number):
                let link = text.links[number]
                do throws(LinkResolver.Problem) {
                    addresses.append(try resolver.resolve(link.url))
                } catch {
                    addresses.append(nil)
                    let source = SourceText(file.text, file: file.path)
                    diagnostics.append(
                        source.diagnostic(
                            .error, error.code, line: link.line, column: link.place(in: source), error.message,
                            remedy: error.remedy))
                }
            }
        }
        return Outcome(ResolvedLinks(addresses: addresses, page: page), diagnostics)
    }

    private init(addresses: [Address?], page: String) {
        self.addresses = addresses
        self.page = page
    }

    /// Whether any link leads to a page of the site, or nowhere: where depends on what other files there are.
    var leadsToPages: Bool {
        addresses.contains { address in
            switch address {
            case .page, nil: true
            case .external, .fragment: false
            }
        }
    }

    /// Of all addresses that depend on other files.
    func digest(_ key: ContentDigest.Key) -> ContentDigest {
        var writer = ByteWriter()
        for address in addresses {
            switch address {
            case .page(let page, let fragment):
                writer.put(page)
                writer.put(fragment) { $0.put($1) }
            case nil: writer.put("")
            case .external, .fragment: break
            }
        }
        return writer.digest(key)
    }

    /// The HTML with its links; one without an address stands as its words alone.
    func html(_ linked: LinkedHTML) -> SafeHTML {
        guard !linked.slots.isEmpty else { return SafeHTML(bytes: linked.bytes, pages: [], home: page) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(linked.bytes.count + 64 * linked.slots.count)
        var pages: [SafeHTML.PageReference] = []
        var done = 0
        for slot in linked.slots {
            bytes.append(contentsOf: linked.bytes[done..<slot.offset])
            done = slot.offset
            guard addresses.indices.contains(slot.link), let address = addresses[slot.link] else { continue }
            guard !slot.isEnd else {
                bytes.append(contentsOf: "</a>".utf8)
                continue
            }
            bytes.append(contentsOf: "<a href=\"".utf8)
            switch address {
            case .page(let target, let fragment):
                let start = bytes.count
                bytes.append(contentsOf: PagePath.relative(from: page, to: target).utf8)
                pages.append(SafeHTML.PageReference(range: start..<bytes.count, page: target))
                if let fragment { bytes.append(contentsOf: "#\(fragment)".utf8) }
                bytes.append(contentsOf: "\">".utf8)
            case .fragment(let id): bytes.append(contentsOf: "#\(id)\">".utf8)
            case .external(let url):
                let words = Array(url.utf8)
                HTMLText.appendAddress(words, 0..<words.count, to: &bytes)
                bytes.append(contentsOf: "\" rel=\"noreferrer\">".utf8)
            }
        }
        bytes.append(contentsOf: linked.bytes[done...])
        return SafeHTML(bytes: bytes, pages: pages, home: page)
    }
}
