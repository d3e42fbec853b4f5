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
            touched. What was published is remembered in .throughline/published/ of the content: keep that folder.

              throughline publish //server/share/service
              throughline publish --record        after copying public/ by hand
            """)

    @Argument(help: ArgumentHelp("The folder on the file server.", valueName: "dest"))
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

    func validate() throws {
        if (destination == nil) != record { throw ValidationError("publish takes a destination, or --record") }
    }

    func run() throws {
        var progress = Progress(quiet: false, verbose: false)
        let built = Pipeline(options).run(&progress)
        Terminal.show(built.diagnostics, quiet: true)
        guard !built.hasErrors, let input = built.value.reportInput else { throw ExitStatus.contentErrors }
        do {
            try checkBuilt(built.value.files)
            let memory = rememberPublication(input)
            guard !memory.hasErrors else {
                Terminal.show(memory.diagnostics, quiet: true)
                throw ExitStatus.contentErrors
            }
            if let destination { try checkDestination(destination, isKnown: !input.memory.isEmpty) }
            if dryRun {
                if let destination {
                    let plan = try Publication(folder: destination, effects: .rehearsal).publish(built.value.files)
                    Terminal.say("\(destination): would be \(plan.summary)")
                }
                return
            }
            // Remembered first: what is remembered and not yet published does no harm, the reverse would.
            try PublishedMemory(content: options.folder).write(memory.value)
            guard let destination else {
                Terminal.say("\(options.folder)/.throughline/published: remembered; keep this folder")
                return
            }
            let result = try Publication(folder: destination).publish(built.value.files)
            try verify(destination, built.value.files)
            Terminal.say("\(destination): \(result.summary), \(result.bytesWritten) bytes; verified")
        } catch let failure as Publication.Failure {
            Terminal.complain(failure.explanation(destination ?? output))
            throw ExitStatus.cannotWrite
        } catch let error as StorageError {
            Terminal.complain(Publication.Failure.storage(error).explanation(destination ?? output))
            throw ExitStatus.cannotWrite
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

    private func checkDestination(_ destination: String, isKnown: Bool) throws {
        let names = try DiskEffects.disk.names(destination)
        let hasOurs = names.contains(Publication.manifestName)
        if hasOurs, !isKnown {
            Terminal.complain(
                "\(destination): error[memory-missing]: a site was published here, but \(options.folder) remembers none; "
                    + "restore \(options.folder)/.throughline/published from a backup or from version control")
            throw ExitStatus.contentErrors
        }
        guard hasOurs || names.isEmpty || adopt else {
            Terminal.complain(
                "\(destination): error[not-ours]: there are files and no site of ours; nothing was touched; "
                    + "name an empty folder, or give --adopt to publish beside them")
            throw ExitStatus.cannotWrite
        }
    }

    /// Reads everything back.
    private func verify(_ destination: String, _ files: [StagedFile]) throws {
        for file in files where try DiskEffects.disk.read("\(destination)/\(file.path)") != file.bytes {
            Terminal.complain(
                "\(destination)/\(file.path): error[not-verified]: what is there is not what was written; publish again"
            )
            throw ExitStatus.cannotWrite
        }
    }
}

extension DiskEffects {
    /// Reads the disk and changes nothing.
    static var rehearsal: DiskEffects {
        DiskEffects(
            read: DiskEffects.disk.read, write: { _, _ in }, rename: { _, _ in }, remove: { _ in },
            removeFolder: { _ in false }, makeFolder: { _ in }, names: DiskEffects.disk.names)
    }
}
