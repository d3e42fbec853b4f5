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

/// For every command that writes in a folder.
struct LockOptions: ParsableArguments {
    @Flag(help: "Write although another run seems to: only where that run is known to be over.")
    var breakLock = false
}

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build the site.",
        discussion: """
            Reads the content, and writes the site only if the content has no errors: then files that changed are \
            replaced, files that the former site had and this one has not are removed, and nothing else is touched. Ended \
            at any moment, the next build completes it.

              throughline build --content content --output public
            """)

    @OptionGroup var options: ContentOptions

    @Option(help: ArgumentHelp("The folder of the site.", valueName: "dir"))
    var output = "public"

    @OptionGroup var lock: LockOptions

    @Flag(help: "Do everything anew, and leave the cache in .throughline/cache of the content as it is.")
    var noCache = false

    @OptionGroup var talk: TalkOptions

    func run() throws {
        var progress = talk.progress
        progress.begin(.read, options.folder)
        var build = CachedBuild(options, output: output, part: .site, usesCache: !noCache)
        if let last = build.unchanged {
            progress.end()
            Terminal.show(last.diagnostics, quiet: talk.quiet)
            finish(last.summary, "0 files written, \(last.count) unchanged, 0 removed", progress)
            return
        }
        let built = build.make(&progress)
        Terminal.show(built.diagnostics, quiet: talk.quiet)
        guard !built.hasErrors else {
            Terminal.complain("Nothing was written: \(output) is as it was.")
            throw ExitStatus.contentErrors
        }
        Interruption.watch()
        defer { Interruption.unwatch() }
        do {
            progress.begin(.write, output)
            let result = try build.publish(built, breaksLock: lock.breakLock, notify: Terminal.note(output))
            progress.end()
            finish(built.value.summary, result.summary, progress)
        } catch {
            Terminal.complain(error.explanation(output))
            throw error.status
        }
    }

    private func finish(_ summary: String, _ result: String, _ progress: Progress) {
        guard !talk.quiet else { return }
        let time = Terminal.isInteractive ? ", \(progress.elapsed) s" : ""
        Terminal.say("\(output): \(summary), \(result)\(time)")
    }
}
