/// Files that are dropped in in place of a CSV file, known by their first bytes.
enum FileKind {
    case workbook, oldWorkbook, compressed, pdf, page

    static func of(_ start: [UInt8]) -> FileKind? {
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .workbook }
        if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .oldWorkbook }
        if start.starts(with: [0x1F, 0x8B]) { return .compressed }
        if start.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if start.starts(with: Array("<!DOCTY".utf8)) || start.starts(with: Array("<html".utf8)) { return .page }
        return nil
    }

    var message: String {
        switch self {
        case .workbook, .oldWorkbook: "the file is a workbook of a spreadsheet program, not a CSV file"
        case .compressed: "the file is compressed"
        case .pdf: "the file is a PDF document, not a CSV file"
        case .page: "the file is a web page, not a CSV file: perhaps the sign-in page of the survey platform"
        }
    }

    var remedy: String {
        switch self {
        case .workbook, .oldWorkbook:
            "open it in the spreadsheet program and save it as `CSV UTF-8 (comma delimited)`, or export it as CSV from the survey platform"
        case .compressed: "unpack it first"
        case .pdf, .page: "export the responses again, as CSV"
        }
    }
}
