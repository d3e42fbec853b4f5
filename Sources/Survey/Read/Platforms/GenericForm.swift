import Report

/// A table with one header row of no platform that is known.
enum GenericForm: PlatformForm {
    static let platform = Platform.generic

    static func recognise(_ head: Head) -> String? {
        "no platform's own columns are there: a table with one header row"
    }

    static func columns(_ head: Head) -> [LayoutColumn] {
        let header = head.header(0)
        var hasRespondent = false
        return header.indices.map { index in
            let key = header[index].lowercased().filter { $0.isLetter || $0.isNumber }
            var role = ColumnRole.answer
            if !hasRespondent, respondents.contains(key) {
                role = .respondent
                hasRespondent = true
            } else if starts.contains(key), head.areDates(index, below: 1) {
                role = .started
            } else if submissions.contains(key), head.areDates(index, below: 1) {
                role = .submitted
            } else if systems.contains(key) || header[index].isEmpty {
                role = .system
            }
            return .single(index, header[index], role: role)
        }
    }

    private static let respondents: Set<String> = [
        "respondentid", "respondent", "responseid", "personid", "participantid", "submissionid", "befragtenid",
        "teilnehmerid",
    ]
    private static let starts: Set<String> = [
        "startdate", "starttime", "started", "startedat", "begin", "created", "createdat",
    ]
    private static let submissions: Set<String> = [
        "timestamp", "submissiondate", "submitted", "submittedat", "submitdate", "enddate", "endtime", "completed",
        "completedat",
        "completiontime", "date", "datum", "fecha", "responsereceivedat", "responsedate", "updatedat", "recordeddate",
        "time",
    ]
    private static let systems: Set<String> = [
        "ip", "ipaddress", "duration", "timetaken", "timetakentocomplete", "useragent", "browser",
    ]
}
