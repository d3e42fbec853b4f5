import ArgumentParser
import Storage

/// The statuses with which the program ends.
enum ExitStatus {
    /// The content has errors; nothing was written.
    static let contentErrors = ExitCode(1)
    /// The output cannot be written.
    static let cannotWrite = ExitCode(73)
    /// A defect of the program.
    static let defect = ExitCode(70)
}
