import Report

/// Zendesk tickets with a satisfaction score: good, bad, or only offered.
enum ZendeskForm: PlatformForm {
    static let platform = Platform.zendesk
    static let blanks = ["Offered", "offered", "Unoffered", "unoffered", "Not offered", "Not Offered"]

    private static let scores: Set<String> = [
        "satisfaction score", "satisfaction_score", "satisfaction_rating.score", "satisfaction_rating__score",
        "satisfaction rating score",
        "ticket satisfaction rating", "satisfaction rating", "satisfaction_rating",
    ]

    private static func score(_ head: Head) -> Int? {
        head.keys.indices.first { index in
            guard scores.contains(head.keys[index]) else { return false }
            let values = head.values(index, below: 1).prefix(200)
            return values.allSatisfy { value in
                let key = value.lowercased()
                return ["good", "bad", "offered", "unoffered", "not offered", "-"].contains(key)
                    || key.hasPrefix("good with")
                    || key.hasPrefix("bad with")
            }
        }
    }

    static func recognise(_ head: Head) -> String? {
        score(head) == nil ? nil : "a satisfaction score says good, bad or offered"
    }

    static func columns(_ head: Head) -> [LayoutColumn] {
        let header = head.header(0)
        return header.indices.map { index in
            let role: ColumnRole =
                switch header[index].lowercased() {
                case "requester id", "requester_id": .respondent
                case "requester", "requester email", "requester name", "requester_email", "requester external id":
                    .contact
                case "created at", "created_at", "ticket created - date", "ticket created - timestamp": .started
                case "solved at", "solved_at", "updated at", "updated_at", "satisfaction rating - date": .submitted
                case "id", "ticket id", "ticket_id", "url", "status", "ticket status", "ticket form", "tags": .system
                default: .answer
                }
            return .single(index, header[index], role: role)
        }
    }

    static func marks(_ head: Head) -> [RowMark] {
        guard let score = score(head) else { return [] }
        return [RowMark(column: score, test: .isOneOf(blanks + ["", "-"]), outcome: .incomplete, reason: "not-rated")]
    }
}
