import ArgumentParser
import Diagnostics

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List every problem of the content at once.",
        discussion: """
            Everything that build checks, without writing a site. Ends with status 1 if there are errors; warnings alone \
            end with 0.

              throughline check
              throughline check --format json
            """)

    @OptionGroup var options: ContentOptions

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() throws {
        var progress = Progress(quiet: format == .json, verbose: false)
        let built = Pipeline(options).run(&progress)
        switch format {
        case .json: Terminal.say(built.diagnostics.json)
        case .text:
            Terminal.show(built.diagnostics)
            if built.diagnostics.isEmpty { Terminal.say("\(options.folder): nothing to report") }
        }
        if built.hasErrors { throw ExitStatus.contentErrors }
    }
}
