import Diagnostics
import LocatedYAML
import Report

/// What can be wrong between departments: names that clash and parents in a circle, in any wave.
struct DepartmentChecks {
    private let drafts: [DepartmentDraft]
    /// The waves that memberships name, in order of time, and twice their positions: gaps lie between.
    private let boundaries: [WaveID]
    private let place: [WaveID: Int]

    init(drafts: [DepartmentDraft], calendar: WaveCalendar) {
        self.drafts = drafts
        let named = drafts.flatMap { $0.department.memberships.flatMap { [$0.from, $0.to] } }.compactMap(\.self)
        boundaries = calendar.ordered(named).map(\.id)
        place = Dictionary(boundaries.enumerated().map { ($1, $0 * 2) }, uniquingKeysWith: { first, _ in first })
    }

    func diagnose() -> [Diagnostic] { clashes() + lookAlikes() + circles() }

    /// Two departments that answer to one name: rows of surveys could mean either.
    private func clashes() -> [Diagnostic] {
        var owners: [String: (id: DepartmentID, location: SourceLocation)] = [:]
        for draft in drafts {
            owners[KnownDepartments.key(of: draft.department.id.text)] = (
                draft.department.id, SourceLocation(file: draft.file.path)
            )
        }
        var found: [Diagnostic] = []
        for draft in drafts {
            for (name, value) in draft.names {
                let key = KnownDepartments.key(of: name)
                guard let owner = owners[key] else {
                    owners[key] = (draft.department.id, value.location)
                    continue
                }
                guard owner.id != draft.department.id else { continue }
                found.append(
                    .error(
                        "name-clash", at: value.location,
                        "`\(name)` already names the department `\(owner.id)` (\(owner.location))",
                        remedy: "give one of them another name", excerpt: value.excerpt))
            }
        }
        return found
    }

    /// Names that people cannot tell apart, or that hold letters nobody would type: rows of surveys would miss them.
    private func lookAlikes() -> [Diagnostic] {
        var owners: [String: (draft: Int, name: String)] = [:]
        var found: [Diagnostic] = []
        for (index, draft) in drafts.enumerated() {
            for (name, value) in draft.names {
                let shape = LookAlike.shape(of: name)
                if let owner = owners[shape], owner.draft != index,
                    KnownDepartments.key(of: owner.name) != KnownDepartments.key(of: name)
                {
                    let other = drafts[owner.draft].department.id
                    found.append(
                        .warning(
                            "look-alike", at: value.location,
                            "`\(name)` looks like `\(owner.name)` of the department `\(other)`, in other characters",
                            remedy: "if both mean one department, keep one of them", excerpt: value.excerpt))
                } else if let stranger = LookAlike.stranger(in: name) {
                    found.append(
                        .warning(
                            "look-alike", at: value.location,
                            "`\(name)` holds the character \(LookAlike.code(of: stranger)), which is not what it looks like, so a survey that writes the name in plain letters is not matched",
                            remedy: "type the name anew", excerpt: value.excerpt))
                }
                if owners[shape] == nil { owners[shape] = (index, name) }
            }
        }
        return found
    }

    /// Circles in the tree of any moment: the first of its waves is named.
    private func circles() -> [Diagnostic] {
        var found: [Diagnostic] = []
        var reported: Set<DepartmentID> = []
        var deep: Set<DepartmentID> = []
        let index = Dictionary(
            drafts.enumerated().map { ($1.department.id, $0) }, uniquingKeysWith: { first, _ in first })
        for moment in moments() {
            // At each moment a department has at most one parent, so a walk upwards finds every circle.
            let above = drafts.map { draft in membership(of: draft.department, at: moment) }
            var state = [Int](repeating: 0, count: drafts.count)
            // Departments from the top down to each, itself included.
            var depth = state
            for start in drafts.indices where state[start] == 0 {
                var path: [Int] = []
                var current: Int? = start
                while let unit = current, state[unit] == 0 {
                    state[unit] = 1
                    path.append(unit)
                    current = above[unit].flatMap { drafts[unit].department.memberships[$0].parent }.flatMap {
                        index[$0]
                    }
                }
                var levels = current.map { depth[$0] } ?? 0
                let isCircle = current.map { state[$0] == 1 } ?? false
                for unit in path.reversed() where !isCircle {
                    levels += 1
                    depth[unit] = levels
                    guard levels == Limits.departmentDepth.most + 1, let place = drafts[unit].parents.first,
                        deep.insert(drafts[unit].department.id).inserted
                    else { continue }
                    found.append(
                        Limits.departmentDepth.exceeded(
                            at: place.location, remedy: "hang some of them higher", excerpt: place.excerpt))
                }
                if let again = current, state[again] == 1, let first = path.firstIndex(of: again) {
                    report(Array(path[first...]), above, moment.wave, &reported, &found)
                }
                for unit in path { state[unit] = 2 }
            }
        }
        return found
    }

    private func report(
        _ circle: [Int], _ above: [Int?], _ wave: WaveID?, _ reported: inout Set<DepartmentID>,
        _ found: inout [Diagnostic]
    ) {
        let ids = circle.map { drafts[$0].department.id }
        guard reported.isDisjoint(with: ids), let least = ids.indices.min(by: { ids[$0] < ids[$1] }) else { return }
        reported.formUnion(ids)
        let draft = drafts[circle[least]]
        guard let membership = above[circle[least]], draft.parents.indices.contains(membership) else { return }
        let value = draft.parents[membership]
        let order = ids[least...] + ids[...least]
        let when = wave.map { " in \($0)" } ?? ""
        found.append(
            .error(
                "parent-circle", at: value.location,
                "the parents go in a circle\(when): \(order.map(\.text).joined(separator: " → "))",
                remedy: "one of them must lie under something else", excerpt: value.excerpt))
    }

    /// A moment of the series: a wave, or a gap before, between or after the waves that the files name.
    private struct Moment {
        var position: Int
        var wave: WaveID?
    }

    private func moments() -> [Moment] {
        guard drafts.contains(where: { $0.department.memberships.contains { $0.from != nil || $0.to != nil } }) else {
            return [Moment(position: 0, wave: nil)]
        }
        return [Moment(position: -1)]
            + boundaries.indices.flatMap { index in
                [Moment(position: index * 2, wave: boundaries[index]), Moment(position: index * 2 + 1)]
            }
    }

    /// The membership in force: the first that holds, else the last.
    private func membership(of department: Department, at moment: Moment) -> Int? {
        let memberships = department.memberships
        let holding = memberships.indices.first { index in
            if let from = memberships[index].from.flatMap({ place[$0] }), moment.position < from { return false }
            if let to = memberships[index].to.flatMap({ place[$0] }), moment.position > to { return false }
            return true
        }
        return holding ?? memberships.indices.last
    }
}
