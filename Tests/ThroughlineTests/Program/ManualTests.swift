import Foundation
import Testing

@Suite("Help, manual page and completions")
struct ManualTests {
    /// The commands as the program lists them.
    private static let commands: [String] = {
        let help = (try? Program.run(["--help"], in: "/"))?.output ?? ""
        guard let start = help.range(of: "\nSUBCOMMANDS:\n") else { return [] }
        return help[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { $0.hasPrefix("  ") }.filter { !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
    }()

    @Test("the commands are read") func read() { #expect(Self.commands.count >= 9) }

    @Test("help of each command shows an example of it", arguments: commands)
    func example(command: String) throws {
        let folder = try TemporaryFolder()
        let help = try Program.run([command, "--help"], in: folder.path)
        #expect(help.status == 0)
        let lines = help.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("  throughline \(command)") }, "\(help.output)")
    }

    @Test("the manual page has every command with its options, and no line that man would obey by mistake")
    func manual() throws {
        let folder = try TemporaryFolder()
        let page = try Program.run(["manual"], in: folder.path).output
        for command in Self.commands {
            #expect(page.contains("\n.SS throughline \(command)\n"))
            let help = try Program.run([command, "--help"], in: folder.path).output
            for option in help.matches(of: /--[a-z-]+/).map({ String($0.output) }) {
                #expect(page.contains(option.replacing("-", with: "\\-")), "\(command) \(option)")
            }
        }
        let macros: Set = [".TH", ".SH", ".SS", ".B", ".nf", ".fi"]
        for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(macros.contains(String(line.prefix { $0 != " " })), "\(line)")
        }
        #expect(page.contains("\n.TH") == false && page.hasPrefix(".TH THROUGHLINE 1"))
    }

    @Test("completions name every command", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let folder = try TemporaryFolder()
        let script = try Program.run(["--generate-completion-script", shell], in: folder.path)
        #expect(script.status == 0)
        for command in Self.commands { #expect(script.output.contains(command), "\(command)") }
        #expect(!script.output.contains("manual"))
    }
}
