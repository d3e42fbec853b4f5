import ArgumentParser
import Diagnostics
import Survey

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how a survey file is read, and why.",
        discussion: """
            Encoding, delimiter, header rows, platform with the evidence for each; every column with its role, values and \
            scale; the order of dates; and the rows that will be left out. Ends with status 1 where the file breaks RFC \
            4180. What is printed shows what respondents wrote: it is for the analyst's screen.

              throughline inspect content/surveys/2026-q1-pulse.csv
              throughline inspect export.csv --format json
              throughline inspect export.csv --records
            """)

    @Argument(help: ArgumentHelp("The survey file.", valueName: "file.csv"))
    var file: String

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Flag(
        help: "Print the records exactly as read, a JSON array of strings a line, header rows and blank lines included."
    )
    var records = false

    @OptionGroup var hints: HintOptions

    func run() throws {
        if records {
            try dumpRecords()
            return
        }
        let inspected = Inspection.inspect(path: file, displayPath: file, hints: hints.hints)
        if let inspection = inspected.value { Terminal.say(format == .json ? inspection.json : inspection.text) }
        Terminal.show(inspected.diagnostics)
        if inspected.hasErrors { throw ExitStatus.contentErrors }
    }

    private func dumpRecords() throws {
        let found = RecordDump.write(path: file, displayPath: file, hints: hints.hints) { Terminal.write($0) }
        Terminal.show(found)
        if found.hasErrors { throw ExitStatus.contentErrors }
    }
}

/// What the analyst knows of a file better than the program.
struct HintOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read the file as one of this platform.", valueName: "name"))
    var platform: Platform?

    @Option(
        help: ArgumentHelp("Read the file in this encoding, such as UTF-8, Windows-1252, Mac Roman.", valueName: "name")
    )
    var encoding: TextEncoding?

    @Option(help: ArgumentHelp("The character between cells: , ; | or tab.", valueName: "character"))
    var delimiter: String?

    func validate() throws {
        if let delimiter, Self.byte(delimiter) == nil { throw ValidationError("--delimiter takes one of , ; | tab") }
    }

    var hints: LayoutHints {
        LayoutHints(platform: platform, encoding: encoding, delimiter: delimiter.flatMap(Self.byte))
    }

    private static func byte(_ text: String) -> UInt8? {
        switch text {
        case ",", ";", "|": text.utf8.first
        case "tab", "\t": 0x09
        default: nil
        }
    }
}

extension Platform: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {
    public init?(argument: String) {
        guard let found = Self.allCases.first(where: { $0.rawValue.lowercased() == argument.lowercased() }) else {
            return nil
        }
        self = found
    }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }
