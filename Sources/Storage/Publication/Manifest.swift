/// The list of our files, at the top of a site: what a publication may replace and remove.
package enum Manifest {
    package static let name = "manifest.txt"
    private static let heading =
        "Files of this site, written by throughline. Keep this list: it tells which files are ours."

    static func bytes(_ paths: [String]) -> [UInt8] { Array(([heading] + paths).map { $0 + "\n" }.joined().utf8) }

    /// The paths that a manifest lists; nil for a file that is none of ours. Lines that leave the folder are not believed.
    package static func paths(_ bytes: [UInt8]) -> [String]? {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard let first = lines.first, first == heading else { return nil }
        return lines.dropFirst().map(String.init).filter { path in
            !path.hasPrefix("/") && !path.contains("\0")
                && !path.split(separator: "/", omittingEmptySubsequences: false).contains {
                    [".", "..", ""].contains($0)
                }
        }
    }
}

extension [String] {
    /// In the order of their bytes.
    var inByteOrder: [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
