import Diagnostics
import LocatedYAML
import Report

/// A department's file as read, before its links are resolved.
struct DepartmentDraft {
    var department: Department
    var file: SourceFile
    /// Its front matter as text.
    var header: String
    var body: ParsedText
    /// Places for messages about the tree: of the parents in the order of memberships, and of name and aliases.
    var parents: [YAMLValue]
    var names: [(name: String, value: YAMLValue)]
}

/// Reads `departments/ID.md`.
struct DepartmentReader {
    let known: KnownDepartments
    let calendar: WaveCalendar

    /// The name and the aliases of a department, for messages about unknown ids.
    static func names(_ parsed: ParsedFile) -> [String] {
        guard let matter = parsed.matter.value else { return [] }
        var reader = MappingReader(matter.yaml, what: "a department")
        let name = reader.words("name", required: true)
        return [name].compactMap { $0 } + aliases(&reader).map(\.name)
    }

    func read(_ parsed: ParsedFile, id: DepartmentID) -> Outcome<DepartmentDraft?> {
        guard let matter = parsed.matter.value else { return Outcome(nil, parsed.matter.diagnostics) }
        var reader = MappingReader(matter.yaml, what: "a department")
        let name = reader.words("name", required: true)
        var names: [(name: String, value: YAMLValue)] = []
        if let name, let value = reader.value("name") { names.append((name, value)) }
        let aliases = Self.aliases(&reader)
        names += aliases
        let (memberships, parents) = memberships(&reader, of: id)
        let isService = isService(&reader)
        if isService, memberships.allSatisfy({ $0.parent == nil }), let value = reader.value("type"),
            !reader.has("parent")
        {
            reader.fail(
                "missing-key", value, "a service is shown on its parent's page, and this one has no parent",
                remedy: "add the key `parent`")
        }
        let serves = reader.departments("serves", known)
        if serves.contains(id), let value = reader.value("serves") {
            reader.fail("serves-itself", value, "the department serves itself", remedy: "leave it out")
        }
        let department = Department(
            id: id, name: name ?? id.text, memberships: memberships, until: reader.wave("until", calendar),
            continues: continues(&reader, of: id), aliases: aliases.map(\.name), isService: isService,
            isFrontline: reader.boolean("frontline") ?? false, serves: serves.filter { $0 != id },
            headcount: reader.integer("headcount", in: 0...10_000_000))
        let draft = DepartmentDraft(
            department: department, file: parsed.file, header: matter.header, body: parsed.text, parents: parents,
            names: names)
        return Outcome(draft, parsed.matter.diagnostics + reader.finish() + parsed.text.diagnostics)
    }

    private static func aliases(_ reader: inout MappingReader) -> [(name: String, value: YAMLValue)] {
        var result: [(name: String, value: YAMLValue)] = []
        for (text, value) in reader.texts("aliases") {
            guard !text.trimmed.isEmpty else {
                reader.fail("wrong-value", value, "an alias is blank", remedy: "leave it out")
                continue
            }
            result.append((text.trimmed, value))
        }
        return result
    }

    private func isService(_ reader: inout MappingReader) -> Bool {
        guard let value = reader.value("type"), let text = reader.text("type") else { return false }
        if text != "service" {
            reader.fail("wrong-value", value, "type must be service", remedy: "leave it out for a department")
        }
        return text == "service"
    }

    private func continues(_ reader: inout MappingReader, of id: DepartmentID) -> [DepartmentID] {
        let ids = reader.departments("continues", known)
        if ids.contains(id), let value = reader.value("continues") {
            reader.fail("continues-itself", value, "the department continues itself", remedy: "leave it out")
        }
        return ids.filter { $0 != id }
    }

    /// `parent: finance`, or a list of `{ id, from, to }`; `"*"` is the organisation itself.
    private func memberships(_ reader: inout MappingReader, of id: DepartmentID) -> (
        [Department.Membership], [YAMLValue]
    ) {
        guard let value = reader.value("parent") else { return ([], []) }
        func parent(_ value: YAMLValue) -> (DepartmentID?, isRead: Bool) {
            if value.text == DepartmentID.organisation.text { return (nil, true) }
            let parent = reader.department(of: value, "parent", known)
            if parent == id {
                reader.fail("parent-circle", value, "the department is its own parent", remedy: "name the one above it")
            }
            return (parent == id ? nil : parent, parent != nil && parent != id)
        }
        guard case .sequence(let values) = value.kind else {
            if case .mapping = value.kind {
                reader.fail("wrong-type", value, "parent must be an id or a list of { id, from, to }")
                return ([], [])
            }
            let (above, isRead) = parent(value)
            return isRead ? ([Department.Membership(parent: above)], [value]) : ([], [])
        }
        var memberships: [Department.Membership] = []
        var places: [YAMLValue] = []
        for value in values {
            var inner = MappingReader(value, what: "a parent in the list")
            if let place = inner.value("id") {
                let (above, isRead) = parent(place)
                let from = inner.wave("from", calendar)
                let to = inner.wave("to", calendar)
                if let from, let to, calendar.ordered([from, to]).first?.id != from {
                    inner.fail("wave-order", place, "this parent ends (\(to)) before it begins (\(from))")
                }
                if isRead {
                    memberships.append(Department.Membership(parent: above, from: from, to: to))
                    places.append(place)
                }
            } else if value.text == nil {
                inner.miss("id")
            }
            reader.add(inner.finish())
        }
        return (memberships, places)
    }
}
