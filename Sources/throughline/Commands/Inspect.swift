import ArgumentParser
import Content
import Diagnostics
import Report
import Storage
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
              throughline inspect content/surveys/2026-q1-pulse.csv --write
            """)

    @Argument(help: ArgumentHelp("The survey file.", valueName: "file.csv"))
    var file: String

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Flag(
        help: "Print the records exactly as read, a JSON array of strings a line, header rows and blank lines included."
    )
    var records = false

    @Flag(help: "Leave a commented mapping beside the file, to be completed.")
    var write = false

    @Flag(help: "List the spellings in the department columns that match no department; needs the mapping.")
    var unmatched = false

    @OptionGroup var hints: HintOptions

    @OptionGroup var options: ContentOptions

    func validate() throws {
        if [records, write, unmatched].count(where: { $0 }) > 1 {
            throw ValidationError("--records, --write and --unmatched exclude each other")
        }
    }

    func run() throws {
        if records {
            try dumpRecords()
            return
        }
        if unmatched {
            try listUnmatched()
            return
        }
        let inspected = Inspection.inspect(path: file, displayPath: file, hints: hints.hints)
        if write, let inspection = inspected.value {
            try writeMapping(inspection)
        } else if let inspection = inspected.value {
            let text = inspection.text.split(separator: "\n", omittingEmptySubsequences: false)
            Terminal.say(
                format == .json
                    ? inspection.json : text.map { Diagnostic.printable(String($0)) }.joined(separator: "\n"))
        }
        Terminal.show(inspected.diagnostics)
        if inspected.hasErrors { throw ExitStatus.contentErrors }
    }

    private func dumpRecords() throws {
        let found = RecordDump.write(path: file, displayPath: file, hints: hints.hints) { Terminal.write($0) }
        Terminal.show(found)
        if found.hasErrors { throw ExitStatus.contentErrors }
    }
}

extension Inspect {
    /// Writes the mapping beside the file; one that is there is not touched.
    private func writeMapping(_ inspection: Inspection) throws {
        let stem = file.lowercased().hasSuffix(".csv") ? String(file.dropLast(4)) : file
        let place = stem + ".yml"
        // The departments help to find their column; content that cannot be read yet is no obstacle.
        let organisation = Pipeline(options).read().value.content.organisation
        let title = String(stem[(stem.lastIndex(of: "/").map(stem.index(after:)) ?? stem.startIndex)...])
        let draft = MappingDraft.of(
            inspection, title: title, organisation: organisation.departments.isEmpty ? nil : organisation)
        do {
            guard try FileTree.entry(place) == nil else {
                Terminal.complain(
                    "\(place): error[not-empty]: there is a mapping already, and it is not overwritten; move it away first"
                )
                throw ExitStatus.cannotWrite
            }
            try DiskEffects.disk.write(place, Array(draft.text.utf8))
        } catch let error as StorageError {
            Terminal.complain(Publication.Failure.storage(error).explanation(place))
            throw ExitStatus.cannotWrite
        }
        Terminal.say(
            "\(place): written" + (draft.gaps.isEmpty ? "" : "; fill in: \(draft.gaps.joined(separator: ", "))"))
    }

    private func listUnmatched() throws {
        let read = Pipeline(options).read()
        var found: [Diagnostic] = []
        if let survey = read.value.survey(file, &found) {
            let spellings = DepartmentSpellings.unmatched(
                in: survey.mapping, from: survey.file, context: read.value.context)
            found += spellings.diagnostics
            if let text = spellings.value?.text {
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                Terminal.write(Array(lines.map { Diagnostic.printable(String($0)) }.joined(separator: "\n").utf8))
            }
        }
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
