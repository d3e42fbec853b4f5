import ArgumentParser
import Diagnostics
import Report
import Storage

/// Options that name the content and how it is shown, for every command that reads it.
struct ContentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with site.yml, departments, surveys and notes.", valueName: "dir"))
    var content = "content"

    @Option(help: ArgumentHelp("Templates that stand before the built-in ones, file by file.", valueName: "dir"))
    var templates: String?

    @Option(
        help: ArgumentHelp(
            "The day on which the site speaks, as YYYY-MM-DD; else as_of of site.yml, else the newest response or note.",
            valueName: "date"))
    var asOf: String?

    func validate() throws {
        if let asOf, CalendarDate(iso: asOf) == nil {
            throw ValidationError("--as-of takes a day as YYYY-MM-DD, such as 2026-04-10")
        }
    }

    /// The folder without a slash at its end.
    var folder: String { content.count > 1 && content.hasSuffix("/") ? String(content.dropLast()) : content }
    var day: CalendarDate? { asOf.flatMap { CalendarDate(iso: $0) } }
}

/// How much a command says.
struct TalkOptions: ParsableArguments {
    @Flag(help: "Print errors only.")
    var quiet = false

    @Flag(help: "Print each stage with its time.")
    var verbose = false

    func validate() throws {
        if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    var progress: Progress { Progress(quiet: quiet, verbose: verbose) }
}

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build the site.",
        discussion: """
            Reads the content, and writes the site only if the content has no errors: then files that changed are \
            replaced, files that the former site had and this one has not are removed, and nothing else is touched.

              throughline build --content content --output public
            """)

    @OptionGroup var options: ContentOptions

    @Option(help: ArgumentHelp("The folder of the site.", valueName: "dir"))
    var output = "public"

    @OptionGroup var talk: TalkOptions

    func run() throws {
        var progress = talk.progress
        let built = Pipeline(options).run(&progress)
        Terminal.show(built.diagnostics, quiet: talk.quiet)
        guard !built.hasErrors else {
            Terminal.complain("Nothing was written: \(output) is as it was.")
            throw ExitStatus.contentErrors
        }
        do {
            let result = try Publication(folder: output).publish(built.value.files)
            guard !talk.quiet else { return }
            let time = Terminal.isInteractive ? ", \(progress.elapsed) s" : ""
            Terminal.say("\(output): \(built.value.summary), \(result.summary)\(time)")
        } catch {
            Terminal.complain(error.explanation(output))
            throw ExitStatus.cannotWrite
        }
    }
}

extension Publication.Result {
    /// Such as "12 files written, 300 unchanged, 1 removed".
    var summary: String { "\(written) files written, \(unchanged) unchanged, \(removed) removed" }
}

extension Publication.Failure {
    func explanation(_ folder: String) -> String {
        switch self {
        case .foreign(let paths):
            let shown = paths.prefix(5).joined(separator: ", ") + (paths.count > 5 ? ", …" : "")
            return "\(folder): error[foreign-file]: \(paths.count) files that this program did not write stand where "
                + "pages belong (\(shown)); nothing was touched; move them away, or name another folder with --output"
        case .storage(let error):
            return "\(error.path): error[cannot-write]: the system could not \(error.operation) it: \(error.reason); "
                + "what is there is whole, run the command again when the cause is gone"
        }
    }
}
