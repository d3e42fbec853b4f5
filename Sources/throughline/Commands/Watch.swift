import ArgumentParser
import Diagnostics
import Storage

struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build a preview at every change; the open page reloads itself.",
        discussion: """
            Builds into .throughline/preview/ of the content folder, now and whenever a file of the content or a template \
            changes. Open its index.html by double click and leave it open. public/ is not touched. Ends with Control-C.

              throughline watch
            """)

    @OptionGroup var options: ContentOptions

    @Option(help: ArgumentHelp("Stop after this many builds.", visibility: .hidden))
    var builds: Int?

    func run() throws {
        let preview = "\(options.folder)/.throughline/preview"
        var folders = [options.folder]
        if let templates = options.templates { folders.append(templates) }
        var watcher = FolderWatcher(folders: folders)
        Terminal.say("\(preview)/index.html is the page to open; Control-C ends this.")
        var count = 0
        while true {
            build(into: preview)
            count += 1
            if let builds, count >= builds { return }
            watcher.waitForChange()
        }
    }

    private func build(into preview: String) {
        var progress = Progress(quiet: false, verbose: false)
        var build = CachedBuild(options, output: preview, part: .preview)
        if let last = build.unchanged {
            Terminal.show(last.diagnostics)
            Terminal.say("\(last.summary), 0 files written, \(last.count) unchanged, 0 removed")
            return
        }
        let built = build.make(&progress)
        Terminal.show(built.diagnostics)
        guard !built.hasErrors else {
            Terminal.say("The preview is as it was: the content has errors.")
            return
        }
        do {
            let result = try build.publish(built, notify: { _ in }, dress: Preview.of)
            Terminal.say("\(built.value.summary), \(result.summary)")
        } catch {
            Terminal.complain(error.explanation(preview))
        }
    }
}
