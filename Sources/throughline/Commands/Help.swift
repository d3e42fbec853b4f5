import ArgumentParser
import Diagnostics

/// `help` for codes of findings and, as ever, for commands.
struct Help: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help",
        abstract: "Say more about a command, or about the code of a finding.",
        discussion: """
              throughline help build
              throughline help unknown-key
              throughline help codes
            """,
        // The parser lists a `help` of its own, which this one stands before.
        shouldDisplay: false)

    @Argument(help: ArgumentHelp("A command, the code of a finding, or `codes` for all of them.", valueName: "what"))
    var what: [String] = []

    func run() throws {
        guard let topic = what.first else {
            Terminal.say(Throughline.helpMessage())
            return
        }
        if let command = Throughline.configuration.subcommands.first(where: { $0._commandName == topic }) {
            Terminal.say(Throughline.helpMessage(for: command))
        } else if topic == "codes" {
            Terminal.say(DiagnosticCode.list)
        } else if let code = DiagnosticCode.all.first(where: { $0.code == topic }) {
            Terminal.say(code.text)
        } else {
            let known = DiagnosticCode.all.map(\.code) + Throughline.configuration.subcommands.map { $0._commandName }
            let near = NearestName.to(topic, among: known).map { "; did you mean `\($0)`?" } ?? "."
            throw ValidationError(
                "There is neither a command nor a code `\(topic)`\(near) `throughline help codes` lists all codes.")
        }
    }
}
