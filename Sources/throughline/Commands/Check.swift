import ArgumentParser

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List every problem of the content at once.")
    func run() throws {}
}
