/// One step of a walk over a Markdown document.
///
/// A document is a flat list of them: however deeply somebody nests, nothing here recurses, neither in reading nor when
/// it is freed.
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
        /// The number tells the links of a text apart, from 0 in the order in which they begin.
        case link(url: String, number: Int)
        case image(url: String)
        case table
        case tableHead, tableBody, tableRow
        case tableCell(isHead: Bool, alignment: Alignment)
    }
    enum Alignment: Sendable, Hashable { case none, left, centre, right }
    enum Kind: Sendable, Hashable {
        case start(Container)
        case end(Container)
        case text(String)
        case code(String)
        case codeBlock(info: String, text: String)
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
}
