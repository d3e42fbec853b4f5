import ByteCoding
import Diagnostics
import Report

/// A note as it is kept: everything but its text.
struct KeptNote {
    /// Of the front matter's bytes.
    let header: ContentDigest
    /// Of the departments that there were.
    let known: ContentDigest
    /// Of the pages to which its links led.
    let addresses: ContentDigest
    /// Without text: with links only where one of them leads to a page.
    var draft: NoteDraft
    /// Findings of the front matter, which depend on the departments.
    let diagnostics: [Diagnostic]
    /// The words of its tasks as they stand on its page.
    let actions: [SafeHTML]

    /// Reads what `bytes` wrote; nil where that is damaged.
    init?(_ entry: KeptTexts.Entry, of file: SourceFile) {
        var reader = entry.head
        do {
            header = try reader.digest()
            known = try reader.digest()
            addresses = try reader.digest()
            diagnostics = try reader.list { try $0.diagnostic() }
            var draft = try NoteDraft(&reader, file)
            let page = PagePath.note(draft.id)
            actions = try reader.list { try $0.html(home: page) }
            draft.body = try ParsedText(&reader)
            self.draft = draft
            guard reader.isAtEnd, actions.count == draft.body.tasks.count else { return nil }
        } catch {
            return nil
        }
    }

    /// What is to be kept of a note; nil where an error was found in it, which is to be said again.
    static func bytes(
        _ draft: NoteDraft, diagnostics: [Diagnostic], actions: [SafeHTML], leadsToPages: Bool,
        header: ContentDigest, known: ContentDigest, addresses: ContentDigest
    ) -> [UInt8]? {
        let text = draft.body
        let hasErrors =
            diagnostics.hasErrors || text.diagnostics.hasErrors || text.taskDiagnostics.hasErrors
            || text.remarks.contains {
                if case .finding(let finding) = $0 { finding.severity == .error } else { false }
            }
        guard !hasErrors else { return nil }
        var writer = ByteWriter()
        writer.put(header)
        writer.put(known)
        writer.put(addresses)
        writer.put(diagnostics) { $0.put($1) }
        draft.write(to: &writer)
        writer.put(actions) { $0.put($1) }
        text.write(to: &writer, links: leadsToPages)
        return writer.bytes
    }
}

extension NoteDraft {
    /// Everything but the text.
    func write(to writer: inout ByteWriter) {
        writer.put(id)
        writer.put(title)
        writer.put(date)
        writer.put(departments) { $0.put($1.text) }
        writer.put(side) { $0.put($1.rawValue) }
        writer.put(author) { $0.put($1) }
        writer.put(location.line ?? 0)
        writer.put(location.column ?? 0)
        writer.put(kind.name)
        switch kind {
        case .note, .thanks, .decision: break
        case .standard(let question, let statistic, let side, let target):
            writer.put(question.text)
            writer.put(statistic.rawValue)
            writer.put(side.rawValue)
            writer.put(target)
        case .youSaid(let said, let did):
            writer.put(said)
            writer.put(did)
        case .delay(let provider, let customer, let days, let reply, let agreed):
            writer.put(provider.text)
            writer.put(customer.text)
            writer.put(days) { $0.put($1) }
            writer.put(reply) { $0.put($1) }
            writer.put(agreed) { $0.put($1) }
        }
    }

    init(_ reader: inout ByteReader, _ file: SourceFile) throws {
        let id = try reader.text()
        let title = try reader.text()
        let date = try reader.date()
        let departments = try reader.list { DepartmentID(try $0.text()) }
        let side = try reader.optional { try $0.named(Side.self) }
        let author = try reader.optional { try $0.text() }
        let (line, column) = (try reader.number(), try reader.number())
        let location = SourceLocation(
            file: file.path, line: line == 0 ? nil : line, column: column == 0 ? nil : column)
        let kind = try Note.Kind(&reader)
        self.init(
            id: id, title: title, date: date, departments: departments, side: side, kind: kind, author: author,
            file: file, body: ParsedText(), location: location,
            standards: NoteReader.standards(kind, departments, location))
    }
}

extension Note.Kind {
    fileprivate init(_ reader: inout ByteReader) throws {
        switch try reader.text() {
        case "note": self = .note
        case "thanks": self = .thanks
        case "decision": self = .decision
        case "standard":
            self = .standard(
                question: QuestionID(try reader.text()), statistic: try reader.named(Statistic.self),
                side: try reader.named(Side.self), target: try reader.double())
        case "you-said": self = .youSaid(said: try reader.text(), did: try reader.text())
        case "delay":
            self = .delay(
                provider: DepartmentID(try reader.text()), customer: DepartmentID(try reader.text()),
                days: try reader.optional { try $0.number() }, reply: try reader.optional { try $0.text() },
                agreed: try reader.optional { try $0.text() })
        default: throw ByteReader.Damaged()
        }
    }
}

extension ByteWriter {
    mutating func put(_ date: CalendarDate) {
        put(date.year)
        put(date.month)
        put(date.day)
    }
}

extension ByteReader {
    mutating func date() throws -> CalendarDate {
        guard let date = CalendarDate(year: try number(), month: try number(), day: try number()) else {
            throw Damaged()
        }
        return date
    }

    /// A value by its name.
    mutating func named<Value: RawRepresentable>(_ type: Value.Type) throws -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: try text()) else { throw Damaged() }
        return value
    }
}
