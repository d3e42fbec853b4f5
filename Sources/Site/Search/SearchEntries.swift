import ByteCoding
package import Content
import Diagnostics
package import Report

/// An entry of the search index before it is made: its text may be one that need not be fetched.
package struct SearchItem: Sendable {
    let kind: SearchEntry.Kind
    /// Of what it is made of, besides what every page of the site is; nil where that is not known.
    let key: ContentDigest?
    let make: @Sendable () -> SearchEntry
}

extension SearchEntry {
    /// Everything that search finds, made from what may be known alone: departments by id, questions in the report's
    /// order, surveys, notes and actions in the content's.
    ///
    /// `words` prints dates and the site's own terms.
    package static func all(_ report: Report, _ content: ContentFolder, words: Words) -> [SearchEntry] {
        SearchItem.all(report, content, words: words).map { $0.make() }
    }
}

extension SearchItem {
    /// The same, not made yet.
    static func all(
        _ report: Report, _ content: ContentFolder, words: Words, _ memory: SiteMemory? = nil
    ) -> [SearchItem] {
        departments(content, report.organisation, memory) + questions(report, memory) + surveys(report, words, memory)
            + notes(content, report.organisation, words, memory)
            + actions(content, report.organisation, words, memory)
    }

    private static func departments(
        _ content: ContentFolder, _ organisation: Organisation, _ memory: SiteMemory?
    ) -> [SearchItem] {
        let texts = Dictionary(
            content.departments.map { ($0.department.id, $0) }, uniquingKeysWith: { first, _ in first })
        return organisation.departments.map { department in
            let own = texts[department.id]
            return SearchItem(
                kind: .department, key: memory?.digest("found department", [own?.fingerprint?.whole]),
                make: {
                    // A department is found by its other names too.
                    let text = ([own?.plain ?? ""] + department.aliases).filter { !$0.isEmpty }.joined(
                        separator: " · ")
                    return SearchEntry(
                        kind: .department, title: department.name, path: PagePath.department(department.id), text: text)
                })
        }
    }

    /// A question leads to the newest survey that asked it.
    private static func questions(_ report: Report, _ memory: SiteMemory?) -> [SearchItem] {
        let themes = Dictionary(report.themes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return report.questions.compactMap { question in
            let surveys = report.surveys.filter { $0.questions.contains { $0.question == question.id } }
            let newest = report.waves.reversed().lazy.compactMap { wave in
                surveys.last { $0.waves.contains(wave.id) }
            }.first
            guard let survey = newest ?? surveys.last else { return nil }
            // In the words that stand on the page it leads to.
            let wording = survey.questions.first { $0.question == question.id }?.wording ?? ""
            let entry = SearchEntry(
                kind: .question, title: wording.isEmpty ? question.id.text : wording, path: PagePath.survey(survey.id),
                context: question.theme.flatMap { themes[$0] } ?? "", text: question.id.text)
            return SearchItem(
                kind: .question, key: memory?.digest("found question \(question.id)", []), make: { entry })
        }
    }

    private static func surveys(_ report: Report, _ words: Words, _ memory: SiteMemory?) -> [SearchItem] {
        let names = Dictionary(report.waves.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return report.surveys.map { survey in
            let entry = SearchEntry(
                kind: .survey, title: survey.title, path: PagePath.survey(survey.id),
                context: survey.waves.map { names[$0] ?? $0.text }.joined(separator: ", "))
            return SearchItem(kind: .survey, key: memory?.digest("found survey \(survey.id)", []), make: { entry })
        }
    }

    private static func notes(
        _ content: ContentFolder, _ organisation: Organisation, _ words: Words, _ memory: SiteMemory?
    ) -> [SearchItem] {
        content.notes.map { note in
            SearchItem(
                kind: .note, key: memory?.digest("found note", [note.fingerprint?.whole]),
                make: {
                    var text = note.plain
                    switch note.kind {
                    case .youSaid(let said, let did): text = "\(said) · \(did) · \(text)"
                    case .delay(_, _, _, let reply, let agreed):
                        text = [reply, agreed, text].compactMap { $0 }.joined(separator: " · ")
                    case .note, .thanks, .decision, .standard: break
                    }
                    return SearchEntry(
                        kind: .note, title: note.title, path: PagePath.note(note.id),
                        context: ([words.date(note.date)] + names(note.departments, organisation)).joined(
                            separator: " · "),
                        text: text)
                })
        }
    }

    private static func actions(
        _ content: ContentFolder, _ organisation: Organisation, _ words: Words, _ memory: SiteMemory?
    ) -> [SearchItem] {
        // The actions of a file stand together: each is told by its file and its place there.
        var place = (file: "", number: 0)
        let files = Dictionary(
            content.notes.map { ($0.file, $0.fingerprint) } + content.departments.map { ($0.file, $0.fingerprint) },
            uniquingKeysWith: { first, _ in first })
        return content.actions.map { action in
            place = (action.location.file, action.location.file == place.file ? place.number + 1 : 0)
            return SearchItem(
                kind: .action,
                key: memory?.digest(
                    "found action", [files[place.file].flatMap { $0 }?.whole], number: place.number),
                make: {
                    let due = action.due.map { words.date($0) }
                    let path =
                        action.note.map { PagePath.note($0) }
                        ?? action.departments.first.map { PagePath.department($0) }
                    return SearchEntry(
                        kind: .action, title: action.plain, path: path ?? PagePath.actions,
                        context: ([action.owner, due].compactMap { $0 } + names(action.departments, organisation))
                            .joined(separator: " · "))
                })
        }
    }

    private static func names(_ ids: [DepartmentID], _ organisation: Organisation) -> [String] {
        ids.compactMap { organisation.unit($0).map { organisation.displayName($0) } }
    }
}
