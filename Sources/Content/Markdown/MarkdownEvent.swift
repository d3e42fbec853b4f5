/// One step of a walk over a Markdown document.
///
/// A document is a flat list of them: however deeply somebody nests, nothing here recurses, neither in reading nor when
/// it is freed. An event holds no words itself but says where they stand in the buffer of its document, so that a list of
/// events is one piece of memory, copied and freed without looking at it.
struct MarkdownEvent: Sendable, Hashable {
    enum Container: Sendable, Hashable {
        case blockQuote, paragraph
        /// A number starts an ordered list. A tight list writes its paragraphs without `<p>`.
        case list(start: Int?, isTight: Bool)
        case item
        /// An item that began with `[ ]` or `[x]`.
        case task(isDone: Bool)
        case heading(level: Int)
        case emphasis, strong
        /// The number tells apart the links whose addresses are not known yet, from 0 in the order in which they begin;
        /// nil for one that leads out of the site. Where it ends, a link has no address.
        case link(url: Range<Int>, number: Int?)
        case image
        case table
        case tableHead, tableBody, tableRow
        case tableCell(isHead: Bool, alignment: Alignment)
    }
    enum Alignment: Sendable, Hashable { case none, left, centre, right }
    enum Kind: Sendable, Hashable {
        case start(Container)
        case end(Container)
        case text(Range<Int>)
        case code(Range<Int>)
        case codeBlock(info: Range<Int>, text: Range<Int>)
        case softBreak, lineBreak, thematicBreak
        /// Raw HTML, which is never written.
        case html(isBlock: Bool)
    }
    var kind: Kind
    /// Line and column of the file, in UTF-8 bytes from 1; the column is 0 where only the line is known.
    var line: Int
    var column: Int
    /// Last line of a block.
    var lastLine: Int

    var isParagraphStart: Bool { if case .start(.paragraph) = kind { true } else { false } }
    var isParagraphEnd: Bool { if case .end(.paragraph) = kind { true } else { false } }
    var isHeadingEnd: Bool { if case .end(.heading) = kind { true } else { false } }
    var isLinkEnd: Bool { if case .end(.link) = kind { true } else { false } }
}

/// A walk over a whole document, and the words that its events speak of.
struct MarkdownDocument: Sendable {
    var events: [MarkdownEvent] = []
    /// UTF-8: literals and addresses one behind the other, as the parser gave them.
    var words: [UInt8] = []

    func text(_ range: Range<Int>) -> String { String(decoding: words[range], as: UTF8.self) }
}
