import ArgumentParser
import Storage

extension Publication.Result {
    /// Such as "12 files written, 300 unchanged, 1 removed".
    var summary: String { "\(counted(written)) written, \(unchanged) unchanged, \(removed) removed" }

    /// The same with bytes.
    var summaryWithBytes: String {
        let resumption = resumed == 0 ? "" : ", \(resumed) of them as an earlier run left them"
        return "\(counted(written)) written (\(bytesWritten) bytes\(resumption)), \(unchanged) skipped "
            + "(\(bytesUnchanged) bytes), \(removed) removed"
    }
}

extension Publication.Failure {
    /// The status with which a run ends after it.
    var status: ExitCode {
        if case .interrupted(let signal) = self { return ExitCode(128 + signal) }
        return ExitStatus.cannotWrite
    }

    /// - Parameter folder: where was written, as the person named it.
    func explanation(_ folder: String) -> String {
        switch self {
        case .foreign(let paths):
            return "\(folder): error[foreign-file]: \(counted(paths.count)) that this program did not write where "
                + "pages belong (\(Self.list(paths))); nothing was touched; move them away, or name another folder"
        case .storage(let error):
            return "\(error.path): error[cannot-write]: the system could not \(error.operation) it: \(error.reason); "
                + "what is there is whole, run the command again when the cause is gone"
        case .held(let holder):
            return "\(holder.path): error[locked]: \(holder.words); nothing was touched; wait until that run is done; "
                + "if it is over, give --break-lock (the lock of another computer is taken over by itself after "
                + "\(FolderLock.oldest / 3600) hours)"
        case .busy(let errors, let done, let startIsNew):
            let files = errors.map { error in
                "\(error.path): error[file-in-use]: the system could not \(error.operation) it: \(error.reason)"
            }
            let shown = files.prefix(20) + (files.count > 20 ? ["… and \(files.count - 20) more"] : [])
            let state =
                startIsNew
                ? "the new site is whole, files of the former one are left"
                : "the start page is the former one"
            return shown.joined(separator: "\n")
                + "\n\(folder): error[not-finished]: open elsewhere or protected: \(counted(files.count)), tried for about ten "
                + "seconds; \(done.summaryWithBytes); \(state); close what is open and run the command again, it goes on "
                + "where this one ended"
        case .notVerified(let paths):
            return "\(folder): error[not-verified]: \(counted(paths.count)), read back, not as written "
                + "(\(Self.list(paths))); run the command again"
        case .notAsLeft(let path):
            return "\(folder)/\(path): error[file-changed]: the file was changed while the site was built; nothing was "
                + "touched; run the command again"
        case .interrupted(let signal):
            return
                "\(folder): error[interrupted]: ended by signal \(signal); what is there is whole, run the command again "
                + "and it goes on where this one ended"
        }
    }

    private static func list(_ paths: [String]) -> String {
        paths.prefix(5).joined(separator: ", ") + (paths.count > 5 ? ", …" : "")
    }
}

extension FolderLock.Holder {
    /// Such as "process 4711 on desk-12 has been writing here since 2026-04-10T09:30:00Z".
    var words: String { "process \(process) on \(host) has been writing here since \(sinceText)" }
}

extension Terminal {
    /// Tells what happens while a folder is written.
    static func note(_ folder: String) -> @Sendable (Publication.Notice) -> Void {
        { notice in
            switch notice {
            case .waiting(let files):
                complain("\(folder): open elsewhere: \(counted(files)), tried again for about ten seconds")
            case .tookOver(let holder, let reason):
                let why =
                    switch reason {
                    case .processIsGone: "\(holder.words), and is gone"
                    case .tooOld: "\(holder.words), longer than any run takes"
                    case .saysNothing: "its run ended as it began"
                    case .told: "\(holder.words), and is said to be over"
                    }
                complain("\(holder.path): note[lock-taken-over]: \(why)")
            }
        }
    }
}

/// Such as "1 file", "12 files".
private func counted(_ files: Int) -> String { "\(files) file\(files == 1 ? "" : "s")" }
