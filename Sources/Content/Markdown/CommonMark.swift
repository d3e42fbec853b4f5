import CCmark

/// The version of libcmark that reads the texts: another may read them in another way.
package var commonMarkVersion: Int { Int(cmark_version()) }

/// A document parsed by libcmark.
///
/// This is the only file that sees the C library; nothing of it leaves.
@safe struct CommonMark: ~Copyable {
    private let root: OpaquePointer

    /// Nil for an empty text, or where memory ran out.
    init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        var text = text
        let parsed = text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                unsafe cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
            }
        }
        guard let parsed = unsafe parsed else { return nil }
        unsafe cmark_consolidate_text_nodes(parsed)
        unsafe root = parsed
    }

    deinit { unsafe cmark_node_free(root) }

    /// The document as a flat list.
    ///
    /// Lines and columns are those of the text.
    func events() -> [MarkdownEvent] {
        guard let iterator = unsafe cmark_iter_new(root) else { return [] }
        defer { unsafe cmark_iter_free(iterator) }
        var events: [MarkdownEvent] = []
        events.reserveCapacity(384)
        // Inline nodes after a soft break carry no line of their own in every version.
        var blockLine = 1
        while true {
            let step = unsafe cmark_iter_next(iterator)
            if step == CMARK_EVENT_DONE { break }
            guard let node = unsafe cmark_iter_get_node(iterator),
                let kind = unsafe Self.kind(of: node, isExit: step == CMARK_EVENT_EXIT)
            else { continue }
            let line = Int(unsafe cmark_node_get_start_line(node))
            let column = Int(unsafe cmark_node_get_start_column(node))
            if line > 0 { blockLine = line }
            let last = Int(unsafe cmark_node_get_end_line(node))
            events.append(
                MarkdownEvent(
                    kind: kind, line: blockLine, column: line > 0 ? column : 0, lastLine: max(last, blockLine)))
        }
        return events
    }

    private static func kind(of node: OpaquePointer, isExit: Bool) -> MarkdownEvent.Kind? {
        func both(_ container: MarkdownEvent.Container) -> MarkdownEvent.Kind {
            isExit ? .end(container) : .start(container)
        }
        func text(_ pointer: UnsafePointer<CChar>?) -> String {
            guard let pointer = unsafe pointer else { return "" }
            return unsafe String(cString: pointer)
        }
        switch unsafe cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE: return both(.blockQuote)
        case CMARK_NODE_LIST:
            let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            let start = isOrdered ? Int(unsafe cmark_node_get_list_start(node)) : nil
            return both(.list(start: start, isTight: unsafe cmark_node_get_list_tight(node) != 0))
        case CMARK_NODE_ITEM: return both(.item)
        case CMARK_NODE_PARAGRAPH: return both(.paragraph)
        case CMARK_NODE_HEADING: return both(.heading(level: Int(unsafe cmark_node_get_heading_level(node))))
        case CMARK_NODE_EMPH: return both(.emphasis)
        case CMARK_NODE_STRONG: return both(.strong)
        case CMARK_NODE_LINK: return both(.link(url: unsafe text(cmark_node_get_url(node)), number: 0))
        case CMARK_NODE_IMAGE: return both(.image(url: unsafe text(cmark_node_get_url(node))))
        case CMARK_NODE_CODE_BLOCK:
            return .codeBlock(
                info: unsafe text(cmark_node_get_fence_info(node)), text: unsafe text(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_BLOCK: return .html(isBlock: true)
        case CMARK_NODE_HTML_INLINE: return .html(isBlock: false)
        case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
        case CMARK_NODE_TEXT: return .text(unsafe text(cmark_node_get_literal(node)))
        case CMARK_NODE_CODE: return .code(unsafe text(cmark_node_get_literal(node)))
        case CMARK_NODE_SOFTBREAK: return .softBreak
        case CMARK_NODE_LINEBREAK: return .lineBreak
        default: return nil
        }
    }
}
