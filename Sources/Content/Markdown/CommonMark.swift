import CCmark

/// The version of libcmark that reads the texts: another may read them in another way.
package var commonMarkVersion: Int { Int(cmark_version()) }

/// A document parsed by libcmark.
///
/// This file and that of the memory are the only ones that see the C library; nothing of it leaves.
@safe struct CommonMark: ~Copyable {
    private let root: OpaquePointer

    /// Nil for an empty text, or where memory ran out.
    ///
    /// - Parameter text: UTF-8.
    init?(_ text: [UInt8]) {
        guard !text.isEmpty else { return nil }
        ParserMemory.begin()
        let parsed = unsafe text.withUnsafeBytes { bytes -> OpaquePointer? in
            let parser = unsafe cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, ParserMemory.functions)
            guard let parser = unsafe parser else { return nil }
            defer { unsafe cmark_parser_free(parser) }
            let characters = unsafe bytes.assumingMemoryBound(to: CChar.self)
            unsafe cmark_parser_feed(parser, characters.baseAddress, characters.count)
            return unsafe cmark_parser_finish(parser)
        }
        guard let parsed = unsafe parsed else {
            ParserMemory.finish()
            return nil
        }
        unsafe root = parsed
    }

    // Not node by node: its memory goes as a whole.
    deinit { ParserMemory.finish() }

    /// The document as a flat list, its words appended to those that are there.
    ///
    /// Lines and columns are those of the text.
    func events(into words: inout [UInt8]) -> [MarkdownEvent] {
        guard let iterator = unsafe cmark_iter_new(root) else { return [] }
        defer { unsafe cmark_iter_free(iterator) }
        var events: [MarkdownEvent] = []
        events.reserveCapacity(512)
        // Inline nodes after a soft break carry no line of their own in every version.
        var blockLine = 1
        while true {
            let step = unsafe cmark_iter_next(iterator)
            if step == CMARK_EVENT_DONE { break }
            guard let node = unsafe cmark_iter_get_node(iterator),
                let kind = unsafe Self.kind(of: node, isExit: step == CMARK_EVENT_EXIT, &words)
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

    private static func kind(of node: OpaquePointer, isExit: Bool, _ words: inout [UInt8]) -> MarkdownEvent.Kind? {
        func both(_ container: MarkdownEvent.Container) -> MarkdownEvent.Kind {
            isExit ? .end(container) : .start(container)
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
        case CMARK_NODE_LINK:
            let url = isExit ? 0..<0 : unsafe append(cmark_node_get_url(node), to: &words)
            return both(.link(url: url, number: nil))
        case CMARK_NODE_IMAGE: return both(.image)
        case CMARK_NODE_CODE_BLOCK:
            let info = unsafe append(cmark_node_get_fence_info(node), to: &words)
            return .codeBlock(info: info, text: unsafe append(cmark_node_get_literal(node), to: &words))
        case CMARK_NODE_HTML_BLOCK: return .html(isBlock: true)
        case CMARK_NODE_HTML_INLINE: return .html(isBlock: false)
        case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
        case CMARK_NODE_TEXT: return .text(unsafe append(cmark_node_get_literal(node), to: &words))
        case CMARK_NODE_CODE: return .code(unsafe append(cmark_node_get_literal(node), to: &words))
        case CMARK_NODE_SOFTBREAK: return .softBreak
        case CMARK_NODE_LINEBREAK: return .lineBreak
        default: return nil
        }
    }

    /// Copies the bytes of a C string straight into the words, without a String between.
    private static func append(_ text: UnsafePointer<CChar>?, to words: inout [UInt8]) -> Range<Int> {
        let start = words.count
        if let text = unsafe text {
            unsafe words.append(contentsOf: UnsafeRawBufferPointer(start: text, count: strlen(text)))
        }
        return start..<words.count
    }
}
