/// HTML that came out of Markdown in safe mode: it may stand in a page as it is.
///
/// Its links to pages of the site are kept apart, since their address depends on the page that it stands in.
package struct SafeHTML: Sendable, Hashable {
    /// The address of a page of the site, relative to the site's folder, and where it stands among the bytes.
    struct PageReference: Sendable, Hashable {
        let range: Range<Int>
        let page: String
    }
    /// UTF-8, as it stands on its own page: that of its note or department.
    package let bytes: [UInt8]
    let pages: [PageReference]
    /// The page for which it is written.
    private let home: String

    package init(trusted html: String) { self.init(trusted: Array(html.utf8)) }

    package init(trusted html: [UInt8]) { self.init(bytes: html, pages: [], home: PagePath.overview) }

    init(bytes: [UInt8], pages: [PageReference], home: String) {
        self.bytes = bytes
        self.pages = pages
        self.home = home
    }

    /// The HTML as it stands on its own page.
    package var html: String { String(decoding: bytes, as: UTF8.self) }

    /// The HTML as it stands on another page, such as an action on `actions.html`.
    package func html(on page: String) -> String { on(page).html }

    /// The same as a value for a template.
    package func on(_ page: String) -> SafeHTML {
        guard !pages.isEmpty, page != home else { return self }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var done = 0
        for reference in pages {
            text.append(contentsOf: bytes[done..<reference.range.lowerBound])
            text.append(contentsOf: PagePath.relative(from: page, to: reference.page).utf8)
            done = reference.range.upperBound
        }
        text.append(contentsOf: bytes[done...])
        return SafeHTML(trusted: text)
    }

    package var isEmpty: Bool { bytes.isEmpty }
}

extension [UInt8] {
    /// The same bytes without spare room behind them.
    package var fitted: [UInt8] {
        var copy: [UInt8] = []
        copy.reserveCapacity(count)
        copy.append(contentsOf: self)
        return copy
    }
}
