import ArgumentParser
import Storage

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a small site to begin with.",
        discussion: """
            Writes a content folder with three departments, one survey and one note, all invented. It builds at once.

              throughline new content
              throughline build
            """)

    @Argument(help: ArgumentHelp("The folder to create; it must not exist, or be empty.", valueName: "dir"))
    var folder: String

    func run() throws {
        do {
            if let present = try FileTree.entry(folder) {
                guard present.kind == .folder, try FileTree.names(in: folder).isEmpty else {
                    Terminal.complain(
                        "\(folder): error[not-empty]: there is something already, and nothing is overwritten; name another folder"
                    )
                    throw ExitStatus.cannotWrite
                }
            }
            for file in StarterSite.files {
                let place = "\(folder)/\(file.path)"
                if let slash = place.lastIndex(of: "/") { try DiskEffects.disk.makeFolder(String(place[..<slash])) }
                try DiskEffects.disk.write(place, file.bytes)
            }
        } catch let error as StorageError {
            Terminal.complain(Publication.Failure.storage(error).explanation(folder))
            throw ExitStatus.cannotWrite
        }
        Terminal.say(
            """
            \(folder): a site of three departments to begin with, all invented.
            Next: throughline build --content \(folder) --output public, then open public/index.html
            """)
    }
}
