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
        let files = [
            OutputFile(path: "data/departments.csv", bytes: departmentsFile(report)),
            OutputFile(path: "data/figures.csv", bytes: figuresFile(report)),
            OutputFile(path: "data/ledger.csv", bytes: ledgerFile(report)),
            OutputFile(path: "data/links.csv", bytes: linksFile(report)),
            OutputFile(path: "data/rules.csv", bytes: rulesFile(report)),
        ]
        var digest = SHA256()
        for file in files {
            digest.update(Array("\(file.path)\n\(file.bytes.count)\n".utf8))
            digest.update(file.bytes)
        }
        self.files = files
        releaseID = SHA256.hexadecimal(digest.finished().prefix(8))
    }
}
