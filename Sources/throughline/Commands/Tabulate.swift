import ArgumentParser
import Diagnostics
import Report
import Storage
import Survey

struct Tabulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Turn a survey of rows into counts.",
        discussion: """
            Prints the counted answers of a survey as a long table (\(Tabulation.header)), the form that any query engine \
            can make of rows. A site built from it has the same figures. Only for surveys in which a person gives one \
            rating a wave: one_rating_per_person: true.

              throughline tabulate content/surveys/2026-q1-pulse.csv > counts.csv
            """)

    @Argument(help: ArgumentHelp("The survey file, as its mapping reads it.", valueName: "file.csv"))
    var file: String

    @OptionGroup var options: ContentOptions

    func run() throws {
        let read = Pipeline(options).read()
        var found = read.diagnostics
        if let survey = read.value.survey(file, &found) {
            let tabulated = Tabulation.write(survey.mapping, from: survey.file, in: read.value.context)
            found += tabulated.diagnostics
            if let bytes = tabulated.value, !found.hasErrors { Terminal.write(bytes) }
        }
        Terminal.show(found)
        if found.hasErrors { throw ExitStatus.contentErrors }
    }
}

extension Pipeline.Read {
    /// A survey by its file, opened; nil with what was found.
    func survey(_ path: String, _ found: inout [Diagnostic]) -> (mapping: Mapping, file: SurveyFile)? {
        guard let mapping = mappings.first(where: { $0.csvPath == path || $0.id.text == path }) else {
            found.append(
                .error(
                    "unknown-survey", at: SourceLocation(file: path), "no mapping of \(surveys.path) reads this file",
                    remedy:
                        "name it as it stands there, such as \(mappings.first?.csvPath ?? "content/surveys/NAME.csv")"))
            return nil
        }
        let opened = surveys.open(mapping)
        found += opened.diagnostics
        guard let file = opened.value, !opened.hasErrors else { return nil }
        return (mapping, file)
    }
}
