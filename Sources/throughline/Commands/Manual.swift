import ArgumentParser

/// Prints the manual page, made from the help of every command: what `make install` puts into share/man/man1.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the manual page of the program, as man reads it.",
        discussion: """
              throughline manual > throughline.1
            """,
        shouldDisplay: false)

    func run() throws { Terminal.say(Self.page) }

    /// The page in the man macros: a section of each command with its help as it stands.
    static var page: String {
        var lines = [
            ".TH THROUGHLINE 1 \"\" \"throughline \(Throughline.configuration.version)\" \"User Commands\"", ".SH NAME",
            "throughline \\- \(escaped(Throughline.configuration.abstract))", ".SH SYNOPSIS",
            ".B throughline", "\\fICOMMAND\\fR [\\fIOPTIONS\\fR]", ".SH DESCRIPTION",
        ]
        lines += verbatim(Throughline.helpMessage(columns: 90))
        lines.append(".SH COMMANDS")
        for command in Throughline.configuration.subcommands where command.configuration.shouldDisplay {
            lines.append(".SS throughline \(escaped(command._commandName))")
            lines += verbatim(Throughline.helpMessage(for: command, columns: 90))
        }
        lines.append(".SH DIAGNOSTICS")
        lines += verbatim(
            "Every finding reads file:line:column: severity[code]: what, why; what to do.\n"
                + "throughline help CODE says more of a code, throughline help codes lists them all.")
        return lines.joined(separator: "\n")
    }

    /// Lines as they stand, without filling.
    private static func verbatim(_ text: String) -> [String] {
        [".nf"] + text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) } + [".fi"]
    }

    /// A line that no macro and no escape of man's can begin in.
    private static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}
