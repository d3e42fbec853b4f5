package import Content
package import Report

extension SearchEntry {
    /// Everything that search finds, made from what may be known alone: departments by id, questions in the report's
    /// order, surveys, notes and actions in the content's.
    ///
    /// `words` prints dates and the site's own terms.
    package static func all(_ report: Report, _ content: ContentFolder, words: Words) -> [SearchEntry] {
        departments(content, report.organisation) + questions(report) + surveys(report, words)
            + notes(content, report.organisation, words) + actions(content, report.organisation, words)
    }

    private static func departments(_ content: ContentFolder, _ organisation: Organisation) -> [SearchEntry] {
        let texts = Dictionary(
            content.departments.map { ($0.department.id, $0.plain) }, uniquingKeysWith: { first, _ in first })
        return organisation.departments.map { department in
            // A department is found by its other names too.
            let text = ([texts[department.id] ?? ""] + department.aliases).filter { !$0.isEmpty }.joined(
                separator: " · ")
            return SearchEntry(
                kind: .department, title: department.name, path: PagePath.department(department.id), text: text)
        }
    }

    /// A question leads to the newest survey that asked it.
    private static func questions(_ report: Report) -> [SearchEntry] {
        let themes = Dictionary(report.themes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return report.questions.compactMap { question in
            let surveys = report.surveys.filter { $0.questions.contains { $0.question == question.id } }
            let newest = report.waves.reversed().lazy.compactMap { wave in
                surveys.last { $0.waves.contains(wave.id) }
            }.first
            guard let survey = newest ?? surveys.last else { return nil }
            let wording = report.waves.reversed().lazy.compactMap { question.wording[$0.id] }.first { !$0.isEmpty }
            return SearchEntry(
                kind: .question, title: wording ?? question.id.text, path: PagePath.survey(survey.id),
                context: question.theme.flatMap { themes[$0] } ?? "", text: question.id.text)
        }
    }

    private static func surveys(_ report: Report, _ words: Words) -> [SearchEntry] {
        let names = Dictionary(report.waves.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return report.surveys.map { survey in
            SearchEntry(
                kind: .survey, title: survey.title, path: PagePath.survey(survey.id),
                context: survey.waves.map { names[$0] ?? $0.text }.joined(separator: ", "))
        }
    }

    private static func notes(_ content: ContentFolder, _ organisation: Organisation, _ words: Words) -> [SearchEntry] {
        content.notes.map { note in
            var text = note.plain
            switch note.kind {
            case .youSaid(let said, let did): text = "\(said) · \(did) · \(text)"
            case .delay(_, _, _, let reply, let agreed):
                text = [reply, agreed, text].compactMap { $0 }.joined(separator: " · ")
            case .note, .thanks, .decision, .standard: break
            }
            return SearchEntry(
                kind: .note, title: note.title, path: PagePath.note(note.id),
                context: ([words.date(note.date)] + names(note.departments, organisation)).joined(separator: " · "),
                text: text)
        }
    }

    private static func actions(
        _ content: ContentFolder, _ organisation: Organisation, _ words: Words
    ) -> [SearchEntry] {
        content.actions.map { action in
            let due = action.due.map { words.date($0) }
            let path = action.note.map { PagePath.note($0) } ?? action.departments.first.map { PagePath.department($0) }
            return SearchEntry(
                kind: .action, title: action.plain, path: path ?? PagePath.actions,
                context: ([action.owner, due].compactMap { $0 } + names(action.departments, organisation))
                    .joined(separator: " · "))
        }
    }

    private static func names(_ ids: [DepartmentID], _ organisation: Organisation) -> [String] {
        ids.compactMap { organisation.unit($0).map { organisation.displayName($0) } }
    }
}
