import Parallel
package import Report

/// The files for machines under `data/`, and the id of the release that they make up.
package struct DataFiles: Sendable, Hashable {
    /// By path.
    package let files: [OutputFile]
    /// Sixteen lower-case hexadecimal digits: the first 64 bits of SHA-256 over every file's path, length and bytes.
    ///
    /// Equal data have equal ids; nothing that is not in the files goes into it.
    package let releaseID: String

    /// Pure: the same report gives the same bytes.
    package init(_ report: Report) {
        // Made on all cores, and then hashed while the files behind it are made.
        let figures = figuresFile(report)
        let makers: [(path: String, bytes: @Sendable (Report) -> [UInt8])] = [
            ("data/departments.csv", departmentsFile), ("data/figures.csv", { _ in figures }),
            ("data/ledger.csv", ledgerFile), ("data/links.csv", linksFile), ("data/rules.csv", rulesFile),
        ]
        let made = Parallel.machine.fold(
            makers.count, into: Hashed(),
            make: { OutputFile(path: makers[$0].path, bytes: makers[$0].bytes(report)) },
            take: { hashed, file in
                hashed.digest.update(Array("\(file.path)\n\(file.bytes.count)\n".utf8))
                hashed.digest.update(file.bytes)
                hashed.files.append(file)
            })
        files = made.files
        releaseID = SHA256.hexadecimal(made.digest.finished().prefix(8))
    }

    /// Files and the digest of all of them.
    private struct Hashed: Sendable {
        var files: [OutputFile] = []
        var digest = SHA256()
    }
}
