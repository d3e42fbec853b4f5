import Diagnostics
import Report

/// Finds the tasks of a text, which become actions: its task-list items, with what stands in brackets at their end.
///
///     - [ ] Publish the queue times (owner: IT service desk, due: 2026-05-01, moves: informed)
struct TaskReader {
    let text: MarkdownText
    private(set) var diagnostics: [Diagnostic] = []
    /// The text without those brackets, once it is read: they are keys for this program, and what they say stands in words
    /// in the table of the actions.
    private(set) var shown: MarkdownDocument

    init(text: MarkdownText) {
        self.text = text
        shown = text.document
    }

    mutating func read() -> [ParsedText.Task] {
        guard text.hasTasks else { return [] }
        var tasks: [ParsedText.Task] = []
        let events = text.events
        for index in events.indices {
            guard case .start(.task(let isDone)) = events[index].kind, index + 1 < events.count,
                events[index + 1].isParagraphStart
            else { continue }
            let inline = events[(index + 2)...].prefix { !$0.isParagraphEnd }
            tasks.append(task(inline, isDone: isDone, line: events[index].line))
        }
        return tasks
    }

    private mutating func task(
        _ inline: ArraySlice<MarkdownEvent>, isDone: Bool, line: Int
    ) -> ParsedText.Task {
        let words = words(of: inline)
        let keys = ActionKeys.find(in: words)
        let kept = keys.map { cut(inline, before: $0.bracket) } ?? Array(inline)
        if keys != nil { shown.events.replaceSubrange(inline.indices, with: kept) }
        var fields = ActionFields()
        if let keys {
            fields.read(keys)
            for problem in fields.problems {
                diagnostics.append(
                    text.source.diagnostic(
                        .error, problem.code, line: line, column: column(of: problem.words, from: line, in: inline),
                        problem.message, remedy: problem.remedy))
            }
        }
        if fields.done != nil, !isDone {
            diagnostics.append(
                text.source.diagnostic(
                    .error, "action-key", line: line, "the action has a day of `done` and its box is not ticked",
                    remedy: "write `[x]`, or take `done` off"))
        }
        let plain = String(decoding: words.prefix(keys?.bracket ?? words.count), as: UTF8.self).trimmed
        if plain.isEmpty {
            diagnostics.append(
                text.source.diagnostic(
                    .error, "action-text", line: line, "the action does not say what to do",
                    remedy: "write it behind the box"))
        }
        var writer = HTMLWriter(topHeading: 6)
        return ParsedText.Task(
            html: writer.write(kept, words: text.document.words), plain: plain, isDone: isDone, done: fields.done,
            owner: fields.owner,
            due: fields.due, moves: fields.moves, line: line,
            column: text.source.line(line)?.utf8.enumerated().first { $0.element == 0x5B }.map { $0.offset + 1 })
    }

    /// The words of the events, each byte where `cut` counts it.
    private func words(of events: ArraySlice<MarkdownEvent>) -> [UInt8] {
        var words: [UInt8] = []
        for event in events {
            switch event.kind {
            case .text(let text), .code(let text): words.append(contentsOf: self.text.document.words[text])
            case .softBreak, .lineBreak: words.append(0x20)
            default: break
            }
        }
        return words
    }

    /// The events of the first `count` bytes of their words.
    ///
    /// What is cut becomes empty text, so that positions stay.
    private func cut(_ events: ArraySlice<MarkdownEvent>, before count: Int) -> [MarkdownEvent] {
        var left = count
        var opened: [Bool] = []
        let nothing = MarkdownEvent.Kind.text(0..<0)
        return events.map { event in
            var event = event
            switch event.kind {
            case .text(let words):
                if left <= 0 {
                    event.kind = nothing
                } else if words.count >= left {
                    event.kind = .text(trimmedEnd(words.prefix(left)))
                }
                left -= words.count
            case .code(let words):
                if left <= 0 {
                    event.kind = nothing
                } else if words.count > left {
                    event.kind = .code(words.prefix(left))
                }
                left -= words.count
            case .softBreak, .lineBreak:
                if left <= 1 { event.kind = nothing }
                left -= 1
            case .start:
                opened.append(left > 0)
                if left <= 0 { event.kind = nothing }
            case .end:
                if opened.popLast() == false { event.kind = nothing }
            default: break
            }
            return event
        }
    }

    /// The same without white space at its end.
    private func trimmedEnd(_ range: Range<Int>) -> Range<Int> {
        let words = text.document.words
        let rest = String(decoding: words[range], as: UTF8.self).unicodeScalars
        let blanks = rest.reversed().prefix { $0.properties.isWhitespace }
        return range.dropLast(blanks.reduce(0) { $0 + UTF8.width($1) })
    }

    /// The column of some words in the line of the item, where they stand there.
    private func column(of words: String, from line: Int, in inline: ArraySlice<MarkdownEvent>) -> Int? {
        guard let bytes = text.source.line(line).map({ Array($0.utf8) }) else { return nil }
        let wanted = Array(words.utf8)
        guard !wanted.isEmpty, wanted.count <= bytes.count else { return nil }
        // From the end, where the bracket stands.
        for start in stride(from: bytes.count - wanted.count, through: 0, by: -1)
        where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
            return start + 1
        }
        return nil
    }
}
