import Report

/// KoboToolbox: names with their groups (`g1/q`), the platform's own columns begin with `_`; a row of tags may follow.
enum KoboForm: PlatformForm {
    static let platform = Platform.kobotoolbox

    static func recognise(_ head: Head) -> String? {
        let keys = Set(head.keys)
        guard keys.contains("_uuid"), keys.contains("_submission_time") || keys.contains("_id") else { return nil }
        return "the columns _id, _uuid, _submission_time stand at the end"
    }

    static func headerRows(_ head: Head) -> Int {
        guard head.rows.count > 1 else { return 1 }
        let filled = head.rows[1].filter { !$0.isEmpty }
        return !filled.isEmpty && filled.allSatisfy { $0.hasPrefix("#") } ? 2 : 1
    }

    static func columns(_ head: Head) -> [LayoutColumn] {
        let header = head.header(0)
        let all = Set(header)
        return header.indices.map { index in
            let text = header[index]
            let role: ColumnRole =
                switch text.lowercased() {
                case "_uuid": .respondent
                case "start": .started
                case "_submission_time": .submitted
                case "end", "today", "deviceid", "username", "simserial", "subscriberid", "phonenumber": .system
                default:
                    text.hasPrefix("_") || text.hasPrefix("meta/") || text.hasPrefix("formhub/") ? .system : .answer
                }
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            let question = parts.dropLast().joined(separator: "/")
            let last = parts.last.map(String.init) ?? ""
            // One column a choice beside the column of the question: `colours/red` beside `colours`.
            if parts.count > 1, all.contains(question), !last.isEmpty {
                return .single(index, "\(question) [\(HeaderText.collapse(last))]", id: text, role: role)
            }
            return .single(index, text, otherIDs: parts.count > 1 ? [last] : [], role: role)
        }
    }

    static func marks(_ head: Head) -> [RowMark] {
        guard let status = head.keys.firstIndex(of: "_validation_status") else { return [] }
        let refused = ["validation_status_not_approved", "Not approved", "Non approuvé", "No aprobado"]
        return [RowMark(column: status, test: .isOneOf(refused), outcome: .test, reason: "not-approved")]
    }
}
