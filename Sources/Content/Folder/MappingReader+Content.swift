import ByteCoding
import Diagnostics
import LocatedYAML
import Report

extension MappingReader {
    /// A day, `YYYY-MM-DD`.
    mutating func date(_ key: String, required: Bool = false) -> CalendarDate? {
        guard let text = text(key, required: required), let value = value(key) else { return nil }
        guard let date = CalendarDate(iso: text) else {
            fail("wrong-type", value, "\(key) must be a day such as 2026-03-31")
            return nil
        }
        return date
    }

    /// Text that is not blank.
    mutating func words(_ key: String, required: Bool = false) -> String? {
        guard let text = text(key, required: required), let value = value(key) else { return nil }
        guard !text.trimmed.isEmpty else {
            fail("wrong-value", value, "\(key) is blank")
            return nil
        }
        return text.trimmed
    }

    /// An id, `[a-z0-9-]{1,40}`.
    mutating func identifier(_ key: String, required: Bool = false) -> String? {
        guard let text = text(key, required: required), let value = value(key) else { return nil }
        guard PageName.isIdentifier(text) else {
            fail("bad-id", value, "\(key) `\(text)` is no id", remedy: Self.idRemedy)
            return nil
        }
        return text
    }

    static var idRemedy: String { "an id has 1 to 40 characters of a-z, 0-9 and -" }

    /// The id of a department; an unknown one is an error with the nearest.
    mutating func department(of value: YAMLValue, _ key: String, _ known: KnownDepartments) -> DepartmentID? {
        guard let text = value.text else {
            fail("wrong-type", value, "\(key) must be the id of a department, this is \(value.kindName)")
            return nil
        }
        let id = DepartmentID(text)
        if known.ids.contains(id) { return id }
        fail("unknown-department", value, "\(key): there is no department `\(text)`", remedy: known.hint(text))
        return nil
    }

    /// A list of ids of departments, each once.
    mutating func departments(_ key: String, _ known: KnownDepartments) -> [DepartmentID] {
        var seen: Set<DepartmentID> = []
        return list(key).compactMap { department(of: $0, key, known) }.filter { seen.insert($0).inserted }
    }

    /// The id of a wave: one that is listed, or a period.
    mutating func wave(_ key: String, _ calendar: WaveCalendar) -> WaveID? {
        guard let text = text(key), let value = value(key) else { return nil }
        let id = WaveID(text)
        if calendar.wave(named: id) != nil { return id }
        let near = NearestName.to(text, among: calendar.listed.map(\.id.text))
        fail(
            "unknown-wave", value, "\(key): there is no wave `\(text)`",
            remedy: near.map { "did you mean `\($0)`?" }
                ?? "write a period such as 2026-Q1, or list it under `waves` in site.yml")
        return nil
    }
}

/// The departments of the folder, by all that people call them.
struct KnownDepartments {
    let ids: Set<DepartmentID>
    /// By name, alias and id as `key(of:)` makes them.
    private let byName: [String: DepartmentID]
    private let names: [(name: String, id: DepartmentID)]

    init(ids: some Sequence<DepartmentID>, names: [(name: String, id: DepartmentID)] = []) {
        self.ids = Set(ids)
        self.names = names
        var byName = Dictionary(names.map { (Self.key(of: $0.name), $0.id) }, uniquingKeysWith: { first, _ in first })
        for id in self.ids { byName[Self.key(of: id.text)] = id }
        self.byName = byName
    }

    /// The department of a name, an alias or an id; letter case and blanks do not matter.
    func department(named name: String) -> DepartmentID? { byName[Self.key(of: name)] }

    /// What to do about an unknown department.
    func hint(_ text: String) -> String {
        if let id = department(named: text) { return "write its id `\(id)`" }
        if let near = NearestName.to(text, among: ids.map(\.text)) { return "did you mean `\(near)`?" }
        return "departments are named by the file in departments/, without .md"
    }

    /// Of all that is known, for what is kept of texts that name departments.
    func digest(_ key: ContentDigest.Key) -> ContentDigest {
        var writer = ByteWriter()
        writer.put(ids.sorted()) { $0.put($1.text) }
        writer.put(names) { writer, known in
            writer.put(known.name)
            writer.put(known.id.text)
        }
        return writer.digest(key)
    }

    /// Letter case and the number of blanks do not tell names apart.
    static func key(of name: String) -> String {
        name.lowercased().unicodeScalars.split { $0.properties.isWhitespace }.map(String.init).joined(separator: " ")
    }
}
