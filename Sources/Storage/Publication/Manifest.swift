/// The list of our files, at the top of a site: what a publication may replace and remove.
package enum Manifest {
    package static let name = "manifest.txt"
    private static let heading =
        "Files of this site, written by throughline. Keep this list: it tells which files are ours."

    static func bytes(_ paths: [String]) -> [UInt8] { Array(([heading] + paths).map { $0 + "\n" }.joined().utf8) }

    /// The paths that a manifest lists; nil for a file that is none of ours. Lines that leave the folder are not believed.
    package static func paths(_ bytes: [UInt8]) -> [String]? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first, first.elementsEqual(heading.utf8) else { return nil }
        return lines.dropFirst().filter(staysInside).map { String(decoding: $0, as: UTF8.self) }
    }

    /// True for a path of which no part is empty, `.` or `..`.
    private static func staysInside(_ path: ArraySlice<UInt8>) -> Bool {
        var (length, dots) = (0, 0)
        for byte in path {
            switch byte {
            case 0: return false
            case UInt8(ascii: "/"):
                guard length > 2 || length > dots else { return false }
                (length, dots) = (0, 0)
            default:
                length += 1
                if byte == UInt8(ascii: ".") { dots += 1 }
            }
        }
        return length > 2 || length > dots
    }
}

extension [String] {
    /// In the order of their bytes.
    var inByteOrder: [String] {
        // ASCII sorts by its bytes as text does, and faster.
        allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
            ? sorted() : sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
