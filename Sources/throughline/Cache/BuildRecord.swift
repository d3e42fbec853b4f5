import Diagnostics
import Parallel
import Storage

/// The last build: what it was made from, what it said, and the files that it left.
struct BuildRecord {
    /// Of everything that the site depends on.
    let inputs: ContentDigest
    /// The folder of the site, absolute.
    let output: String
    let diagnostics: [Diagnostic]
    /// What it was made from, in words.
    let summary: String
    /// Paths below the folder, the list of our files among them.
    let files: [(path: String, stamp: FileStamp)]

    /// The record of a site that was just published; nil if a file of it is not there.
    init?(inputs: ContentDigest, output: String, built: Built, diagnostics: [Diagnostic]) {
        let paths = built.files.map(\.path) + [Publication.manifestName]
        let stamps = Self.stamps(paths, in: output)
        guard stamps.allSatisfy({ $0 != nil }) else { return nil }
        self.inputs = inputs
        self.output = output
        self.diagnostics = diagnostics
        summary = built.summary
        files = zip(paths, stamps).compactMap { path, stamp in stamp.map { (path, $0) } }
    }

    /// Number of the site's files, the list of them not counted.
    var count: Int { files.count - 1 }

    /// True if every file is as it was left.
    var stands: Bool { Self.stamps(files.map(\.path), in: output) == files.map(\.stamp) }

    private static func stamps(_ paths: [String], in folder: String) -> [FileStamp?] {
        let size = 512
        return Parallel.machine.map((paths.count + size - 1) / size) { part in
            paths[(part * size)..<min(paths.count, (part + 1) * size)].map { FileStamp.of("\(folder)/\($0)") }
        }.flatMap(\.self)
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.put(inputs)
        writer.put(output)
        writer.put(summary)
        writer.put(diagnostics.count)
        for diagnostic in diagnostics { writer.put(diagnostic) }
        writer.put(files.count)
        for (path, stamp) in files {
            writer.put(path)
            writer.put(stamp)
        }
        return writer.bytes
    }

    init(_ reader: inout ByteReader) throws(ByteReader.Damaged) {
        inputs = try reader.digest()
        output = try reader.text()
        summary = try reader.text()
        var diagnostics: [Diagnostic] = []
        for _ in 0..<(try reader.count()) { diagnostics.append(try reader.diagnostic()) }
        self.diagnostics = diagnostics
        var files: [(String, FileStamp)] = []
        for _ in 0..<(try reader.count()) { files.append((try reader.text(), try reader.stamp())) }
        self.files = files
        guard reader.isAtEnd, !files.isEmpty else { throw ByteReader.Damaged() }
    }
}
