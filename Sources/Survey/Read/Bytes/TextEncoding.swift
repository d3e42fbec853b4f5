/// The encodings that survey platforms and spreadsheets write.
package enum TextEncoding: String, CaseIterable, Sendable, Hashable {
    case utf8 = "UTF-8"
    case utf8WithMark = "UTF-8 with byte-order mark"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"
    case macRoman = "Mac Roman"

    /// An encoding as a mapping may name it: letter case, blanks, `-` and `_` do not matter; common other names are known.
    package init?(named name: String) {
        let key = String(
            decoding: name.lowercased().utf8.filter { $0 != 0x2D && $0 != 0x5F && $0 != 0x20 }, as: UTF8.self)
        switch key {
        case "utf8", "ascii", "usascii": self = .utf8
        case "utf8bom", "utf8sig", "utf8withbyteordermark": self = .utf8WithMark
        case "utf16le", "utf16", "ucs2": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        case "windows1252", "cp1252", "latin1", "iso88591", "ansi": self = .windows1252
        case "macroman", "macintosh", "mac", "xmacroman": self = .macRoman
        default: return nil
        }
    }

    /// The name without the remark on the mark, as machine-readable output gives it.
    package var plainName: String { self == .utf8WithMark ? TextEncoding.utf8.rawValue : rawValue }
}
