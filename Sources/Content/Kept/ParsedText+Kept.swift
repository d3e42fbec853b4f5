import ByteCoding
import Diagnostics

/// A text as it is kept beside its HTML: what the rest of the folder needs of it.
extension ParsedText {
    /// - Parameter links: whether its links are to be resolved again. Those that lead out of the site, or to its own
    ///   headings, lead there whatever other files there are.
    func write(to writer: inout ByteWriter, links writesLinks: Bool) {
        writer.put(headings) { writer, heading in
            writer.put(heading.anchor)
            writer.put(heading.id)
        }
        writer.put(writesLinks ? links : []) { writer, link in
            writer.put(link.url)
            writer.put(link.line)
            writer.put(link.column)
        }
        let findings = remarks.filter { if case .finding = $0 { true } else { false } }
        writer.put(writesLinks ? remarks : findings) { writer, remark in
            switch remark {
            case .link(let number): writer.put(number)
            case .finding(let finding):
                writer.put(-1)
                writer.put(finding)
            }
        }
        writer.put(tasks) { $0.put($1) }
        writer.put(diagnostics) { $0.put($1) }
        writer.put(taskDiagnostics) { $0.put($1) }
    }

    /// Without HTML and plain text.
    init(_ reader: inout ByteReader) throws {
        headings = try reader.list { Heading(anchor: try $0.text(), id: try $0.text()) }
        let links = try reader.list { Link(url: try $0.text(), line: try $0.number(), column: try $0.number()) }
        self.links = links
        remarks = try reader.list { reader in
            let number = try reader.number()
            if number == -1 { return .finding(try reader.diagnostic()) }
            guard links.indices.contains(number) else { throw ByteReader.Damaged() }
            return .link(number)
        }
        tasks = try reader.list { try $0.task() }
        diagnostics = try reader.list { try $0.diagnostic() }
        taskDiagnostics = try reader.list { try $0.diagnostic() }
    }
}

extension ByteWriter {
    fileprivate mutating func put(_ task: ParsedText.Task) {
        put(wordsOf: task)
        put(task.line)
        put(task.column) { $0.put($1) }
    }

    /// Everything but its place and its HTML.
    mutating func put(wordsOf task: ParsedText.Task) {
        put(task.plain)
        put(task.isDone)
        put(task.done) { $0.put($1) }
        put(task.owner) { $0.put($1) }
        put(task.due) { $0.put($1) }
        put(task.moves) { $0.put($1) }
    }
}

extension ByteReader {
    /// Without its HTML.
    fileprivate mutating func task() throws -> ParsedText.Task {
        ParsedText.Task(
            html: LinkedHTML(), plain: try text(), isDone: try flag(), done: try optional { try $0.date() },
            owner: try optional { try $0.text() }, due: try optional { try $0.date() },
            moves: try optional { try $0.text() }, line: try number(), column: try optional { try $0.number() })
    }
}
