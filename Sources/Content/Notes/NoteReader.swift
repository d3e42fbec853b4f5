import ByteCoding
import Diagnostics
import LocatedYAML
import Report

/// A note as read, before its links are resolved.
struct NoteDraft {
    var id: String
    var title: String
    var date: CalendarDate
    var departments: [DepartmentID]
    var side: Side?
    var kind: Note.Kind
    var author: String?
    var file: SourceFile
    var body: ParsedText
    var location: SourceLocation
    var standards: [(standard: DeclaredStandard, location: SourceLocation)]
    /// What an earlier build made of the text; `body` is then without it.
    var kept: KeptBody?
    /// The front matter as text, where it was read; its digest, where an earlier build did.
    var frontMatter: String?
    var header: ContentDigest?
    /// Findings of the front matter alone.
    var matterDiagnostics: [Diagnostic] = []
    /// True if all that is kept of it is still so.
    var isAsKept = false
}

/// The text of a note as an earlier build made it.
struct KeptBody: Sendable {
    /// Of the pages to which its links led.
    let addresses: ContentDigest
    /// The words of its tasks.
    let actions: [SafeHTML]
    /// What `PageText` wrote; nil where it is damaged.
    let bytes: @Sendable () -> [UInt8]?
}

/// Reads `notes/**/*.md`.
struct NoteReader {
    let known: KnownDepartments

    private enum KindName: String, CaseIterable {
        case note, standard, thanks, delay, decision
        case youSaid = "you-said"
    }
    /// Keys that belong to one kind.
    private static let own: [(kind: KindName, keys: [String])] = [
        (.standard, ["question", "measure", "target"]), (.youSaid, ["said", "did"]),
        (.delay, ["provider", "customer", "days", "reply", "agreed"]),
    ]

    func read(_ parsed: ParsedFile) -> Outcome<NoteDraft?> {
        guard let matter = parsed.matter.value else { return Outcome(nil, parsed.matter.diagnostics) }
        let file = parsed.file
        var reader = MappingReader(matter.yaml, what: "a note")
        let title = reader.words("title", required: true)
        let date = reader.date("date", required: true)
        var departments = reader.departments("departments", known)
        let side = reader.choice("side", of: Side.self)
        let author = reader.words("author")
        let name = reader.choice("kind", of: KindName.self) ?? .note
        let kind = kind(name, &reader, side)
        foreign(name, &reader)
        if case .delay(let provider, let customer, _, _, _) = kind {
            for id in [provider, customer] where !departments.contains(id) { departments.append(id) }
        }
        let matterDiagnostics = parsed.matter.diagnostics + reader.finish()
        let diagnostics = matterDiagnostics + parsed.text.diagnostics
        guard let title, let date, let kind else { return Outcome(nil, diagnostics) }
        let draft = NoteDraft(
            id: Self.slug(of: file.name), title: title, date: date, departments: departments, side: side, kind: kind,
            author: author, file: file, body: parsed.text, location: matter.yaml.location,
            standards: Self.standards(kind, departments, matter.yaml.location),
            frontMatter: matter.header, matterDiagnostics: matterDiagnostics)
        return Outcome(draft, diagnostics)
    }

    /// `notes/2026/waiting.md` becomes `2026-waiting`.
    static func slug(of name: String) -> String {
        // A file of the folder itself: most are.
        let own = name.utf8.firstIndex(of: 0x2F).map { name[name.utf8.index(after: $0)...] }
        if let own, !own.isEmpty, !own.utf8.contains(0x2F) { return PageName.slug(LinkMap.stem(of: String(own))) }
        let parts = name.split(separator: "/").dropFirst().map(String.init)
        return PageName.slug((parts.dropLast() + [LinkMap.stem(of: parts.last ?? name)]).joined(separator: "-"))
    }

    private func kind(_ name: KindName, _ reader: inout MappingReader, _ side: Side?) -> Note.Kind? {
        switch name {
        case .note: return .note
        case .thanks: return .thanks
        case .decision: return .decision
        case .youSaid:
            let said = reader.words("said", required: true)
            let did = reader.words("did", required: true)
            guard let said, let did else { return nil }
            return .youSaid(said: said, did: did)
        case .delay: return delay(&reader)
        case .standard:
            let question = reader.identifier("question", required: true)
            if !reader.has("measure") { reader.miss("measure") }
            let statistic = reader.choice("measure", of: Statistic.self)
            if !reader.has("side") { reader.miss("side") }
            if !reader.has("target") { reader.miss("target") }
            let target = reader.number("target")
            guard let question, let statistic, let side, let target else { return nil }
            return .standard(question: QuestionID(question), statistic: statistic, side: side, target: target)
        }
    }

    private func delay(_ reader: inout MappingReader) -> Note.Kind? {
        func department(_ key: String) -> DepartmentID? {
            guard let value = reader.value(key) else {
                reader.miss(key)
                return nil
            }
            return reader.department(of: value, key, known)
        }
        let provider = department("provider")
        let customer = department("customer")
        if let provider, provider == customer, let value = reader.value("customer") {
            reader.fail("wrong-value", value, "provider and customer of a delay are the same department")
        }
        let days = reader.integer("days", in: 0...10_000)
        let reply = reader.words("reply")
        let agreed = reader.words("agreed")
        guard let provider, let customer else { return nil }
        return .delay(provider: provider, customer: customer, days: days, reply: reply, agreed: agreed)
    }

    /// A key of another kind is known, so its message can say whose it is.
    private func foreign(_ name: KindName, _ reader: inout MappingReader) {
        for (kind, keys) in Self.own where kind != name {
            for key in keys {
                guard let value = reader.value(key) else { continue }
                reader.fail(
                    "wrong-kind", value,
                    "`\(key)` belongs to notes of kind \(kind.rawValue), and this one is of kind \(name.rawValue)",
                    remedy: "write `kind: \(kind.rawValue)`, or take the key off")
            }
        }
    }

    static func standards(
        _ kind: Note.Kind, _ departments: [DepartmentID], _ location: SourceLocation
    ) -> [(standard: DeclaredStandard, location: SourceLocation)] {
        guard case .standard(let question, let statistic, let side, let target) = kind else { return [] }
        return (departments.isEmpty ? [.organisation] : departments).map { department in
            (
                DeclaredStandard(
                    department: department, side: side, question: question, statistic: statistic, target: target),
                location
            )
        }
    }
}
