import ArgumentParser
import Diagnostics
import Report
import Survey

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List every problem of the content at once.",
        discussion: """
            Everything that build checks, without writing a site, and what a site can be built with and yet should be \
            looked at: rules that decide nobody, columns that no mapping names, surveys whose dates contradict their wave, \
            departments that nobody rates, standards without figures, actions without an owner or overdue, and what \
            changed since the survey that a mapping is like. Ends with status 1 if there are errors; warnings alone end \
            with 0.

              throughline check
              throughline check --format json
            """)

    @OptionGroup var options: ContentOptions

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() throws {
        var progress = Progress(quiet: format == .json, verbose: false)
        let built = Pipeline(options).run(&progress, furtherChecks: true)
        switch format {
        case .json: Terminal.say(built.diagnostics.json)
        case .text:
            Terminal.show(built.diagnostics)
            if built.diagnostics.isEmpty { Terminal.say("\(options.folder): nothing to report") }
        }
        if built.hasErrors { throw ExitStatus.contentErrors }
    }
}
