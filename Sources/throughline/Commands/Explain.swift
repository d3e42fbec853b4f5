import ArgumentParser
import Content
import Diagnostics
import Report
import Survey

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say why a row was classified so, or where a figure comes from.",
        discussion: """
            For a row: its outcome, and every rule with what it matched. For a figure: files, rows by outcome, rules, \
            people, formula, interval, and why it is shown or hidden. What is printed may show what respondents wrote and \
            figures that are hidden from readers: it is for the analyst's screen.

              throughline explain content/surveys/2026-q1-pulse.csv --row 7
              throughline explain finance/internal/2026-Q1/overall
            """)

    @Argument(
        help: ArgumentHelp(
            "A survey file, or DEPARTMENT/SIDE/WAVE/QUESTION (* is the whole organisation).", valueName: "what"))
    var what: String

    @Option(help: ArgumentHelp("The data row, from 1; blank rows do not count.", valueName: "number"))
    var row: Int?

    @OptionGroup var options: ContentOptions

    func validate() throws {
        if row == nil, what.split(separator: "/", omittingEmptySubsequences: false).count != 4 || what.hasSuffix(".csv")
        {
            throw ValidationError("explain takes a survey file with --row, or DEPARTMENT/SIDE/WAVE/QUESTION")
        }
    }

    func run() throws {
        let read = Pipeline(options).read()
        var found = read.diagnostics
        let text = row.map { explainRow($0, read.value, &found) } ?? explainFigure(read.value, &found)
        Terminal.show(found, quiet: true)
        guard let text else { throw ExitStatus.contentErrors }
        Terminal.say(text)
    }

    /// The explanation of a row, nil with findings where there is none.
    private func explainRow(_ row: Int, _ read: Pipeline.Read, _ found: inout [Diagnostic]) -> String? {
        guard let survey = read.survey(what, &found) else { return nil }
        let explained = RowExplanation.of(row: row, in: survey.mapping, from: survey.file, context: read.context)
        found += explained.diagnostics
        return explained.value?.text
    }

    /// The receipt of a figure.
    private func explainFigure(_ read: Pipeline.Read, _ found: inout [Diagnostic]) -> String? {
        let results = read.mappings.compactMap { mapping in
            let collected = read.surveys.collect(mapping, in: read.context)
            found += collected.diagnostics
            return collected.value
        }
        let explained = Survey.explainFigure(what, ReportInput(read, results: results))
        found += explained.diagnostics
        return explained.value
    }
}
