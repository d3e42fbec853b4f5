import ArgumentParser
import Diagnostics
import Storage
import Survey

struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the site to the file server, and remember what was published.",
        discussion: """
            Publishes what `build` wrote, if it is still what the content builds. Only files that differ are written, \
            the start page last; files of the former site that this one has not are removed; nothing else there is \
            touched. Files that readers hold open are tried again for about ten seconds, then named; ended at any moment, \
            the next run goes on. What was published is remembered in .throughline/published/ of the content: keep that \
            folder.

              throughline publish /mnt/share/service --dry-run
              throughline publish /mnt/share/service
              throughline publish --record        after copying public/ by hand
            """)

    @Argument(help: ArgumentHelp("The folder on the file server, as this system sees it.", valueName: "dest"))
    var destination: String?

    @OptionGroup var options: ContentOptions

    @Option(help: ArgumentHelp("The folder of the site as it was built.", valueName: "dir"))
    var output = "public"

    @Flag(help: "Remember what was published; nothing is copied.")
    var record = false

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    @Flag(help: "Publish into a folder that holds other files and no site of ours; none of them is touched.")
    var adopt = false

    @OptionGroup var lock: LockOptions

    func validate() throws {
        if (destination == nil) != record { throw ValidationError("publish takes a destination, or --record") }
        if let destination, let fault = Destination.fault(destination, output: output) { throw ValidationError(fault) }
    }

    func run() throws {
        var progress = Progress(quiet: false, verbose: false)
        let built = Pipeline(options).run(&progress)
        Terminal.show(built.diagnostics, quiet: true)
        guard !built.hasErrors, let input = built.value.reportInput else { throw ExitStatus.contentErrors }
        let place = destination.map(Destination.init(typed:))
        Interruption.watch()
        defer { Interruption.unwatch() }
        do {
            try checkBuilt(built.value.files)
            let memory = rememberPublication(input)
            guard !memory.hasErrors else {
                Terminal.show(memory.diagnostics, quiet: true)
                throw ExitStatus.contentErrors
            }
            try place?.check(adopts: adopt, isKnown: !input.memory.isEmpty, content: options.folder)
            if dryRun {
                if let place { Terminal.say(try place.rehearse(built.value.files)) }
                return
            }
            let remember = {
                try PublishedMemory(content: options.folder).replace(
                    input.memory, by: memory.value, breaksLock: lock.breakLock, notify: Terminal.note(options.folder))
            }
            guard let place else {
                try remember()
                Terminal.say("\(options.folder)/.throughline/published: remembered; keep this folder")
                return
            }
            Terminal.say(try place.publish(built.value.files, breaksLock: lock.breakLock, remember: remember))
        } catch let failure as Publication.Failure {
            Terminal.complain(failure.explanation(place?.folder ?? output))
            throw failure.status
        } catch let error as StorageError {
            Terminal.complain(Publication.Failure.storage(error).explanation(place?.folder ?? output))
            throw ExitStatus.cannotWrite
        } catch is PublishedMemory.Outdated {
            Terminal.complain(
                "\(options.folder)/.throughline/published: error[memory-changed]: another publication wrote it meanwhile; "
                    + "build again, and publish then")
            throw ExitStatus.contentErrors
        }
    }

    /// Only what somebody could look at is published.
    private func checkBuilt(_ files: [StagedFile]) throws {
        let differs = try files.first { try DiskEffects.disk.read("\(output)/\($0.path)") != $0.bytes }
        guard let differs else { return }
        Terminal.complain(
            "\(output)/\(differs.path): error[not-built]: \(output) is not what the content builds now; "
                + "run `throughline build`, look at the site, and publish then")
        throw ExitStatus.contentErrors
    }
}
