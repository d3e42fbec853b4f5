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
        guard let mapping = read.mappings.first(where: { $0.csvPath == what || $0.id.text == what }) else {
            found.append(
                .error(
                    "unknown-survey", at: SourceLocation(file: what),
                    "no mapping of \(read.surveys.path) reads this file",
                    remedy:
                        "name it as it stands there, such as \(read.mappings.first?.csvPath ?? "content/surveys/NAME.csv")"
                ))
            return nil
        }
        let opened = read.surveys.open(mapping)
        found += opened.diagnostics
        guard let file = opened.value, !opened.hasErrors else { return nil }
        let explained = RowExplanation.of(row: row, in: mapping, from: file, context: read.context)
        found += explained.diagnostics
        return explained.value?.text
    }

    private func explainFigure(_ read: Pipeline.Read, _ found: inout [Diagnostic]) -> String? { nil }
}
