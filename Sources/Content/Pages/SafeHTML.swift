/// HTML that came out of Markdown in safe mode: it may stand in a page as it is.
///
/// Its links to pages of the site are kept apart, since their address depends on the page that it stands in.
package struct SafeHTML: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        case html(String)
        /// The address of a page of the site, relative to the site's folder.
        case page(String)
    }
    let pieces: [Piece]
    /// The page for which `html` is written.
    let home: String

    package init(trusted html: String) { self.init(pieces: [.html(html)], home: PagePath.overview) }

    init(pieces: [Piece], home: String) {
        self.pieces = pieces
        self.home = home
    }

    /// The HTML as it stands on its own page: that of its note or department.
    package var html: String { html(on: home) }

    /// The HTML as it stands on another page, such as an action on `actions.html`.
    package func html(on page: String) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .html(let html): text += html
            case .page(let target): text += PagePath.relative(from: page, to: target)
            }
        }
        return text
    }

    package var isEmpty: Bool { pieces.allSatisfy { $0 == .html("") } }
}
