import ArgumentParser
import Content
import Diagnostics
import Survey

struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Before a survey is sent: which figures would be shown, and how small a change could be told.",
        discussion: """
            For the departments and head counts of the content.

              throughline plan --response 40%
            """)

    @Option(help: ArgumentHelp("The share of those asked that is expected to answer, such as 40%.", valueName: "share"))
    var response: String

    @OptionGroup var options: ContentOptions

    func run() throws {
        let read = Pipeline(options).read()
        Terminal.show(read.diagnostics, quiet: true)
        guard !read.hasErrors else { throw ExitStatus.contentErrors }
        let plan = planSurvey(
            read.value.content.organisation, calendar: read.value.content.settings.calendar,
            rule: read.value.policy.rule,
            response: response)
        Terminal.show(plan.diagnostics)
        guard let text = plan.value else { throw ExitCode.validationFailure }
        Terminal.say(text)
    }
}
