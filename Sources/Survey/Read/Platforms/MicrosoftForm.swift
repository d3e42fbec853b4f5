import Report

/// Microsoft Forms: `ID`, start, completion, e-mail and name in the language of the form's owner, then the questions; a
/// row of a matrix as `Question.Row`.
enum MicrosoftForm: PlatformForm {
    static let platform = Platform.microsoftForms

    private static let starts: Set<String> = [
        "start time", "startzeit", "heure de début", "hora de inicio", "ora di inizio", "hora de início", "begintijd",
        "starttid", "starttidspunkt", "godzina rozpoczęcia", "hora d'inici", "início", "开始时间", "開始時刻",
    ]
    private static let ends: Set<String> = [
        "completion time", "fertigstellungszeit", "heure de fin", "hora de finalización", "ora di completamento",
        "hora de conclusão", "tijd van voltooien", "voltooiingstijd", "slutförandetid", "fuldførelsestidspunkt",
        "godzina ukończenia", "完成时间", "完了時刻",
    ]

    static func recognise(_ head: Head) -> String? {
        let keys = head.keys
        guard keys.count > 3, keys[0] == "id" else { return nil }
        if starts.contains(keys[1]), ends.contains(keys[2]) {
            return "ID is followed by the times of start and completion as Microsoft Forms names them"
        }
        let hasMail = ["mail", "correo", "courriel", "messagerie"].contains { keys[3].contains($0) }
        guard hasMail, head.areDates(1, below: 1), head.areDates(2, below: 1) else { return nil }
        return "ID is followed by two columns of times and one for the e-mail address"
    }

    static func columns(_ head: Head) -> [LayoutColumn] {
        let header = head.header(0)
        let names = SharedStems.names(header, joiner: ".")
        return header.indices.map { index in
            let role: ColumnRole =
                switch index {
                case 0: .system
                case 1: .started
                case 2: .submitted
                case 3, 4: .contact
                case 5 where head.areDates(5, below: 1) && isModified(header[5]): .system
                default: isQuiz(header[index]) ? .system : .answer
                }
            return .single(
                index, index < 5 || role == .system ? header[index] : names[index], id: header[index], role: role)
        }
    }

    private static func isModified(_ header: String) -> Bool {
        let key = header.lowercased()
        return ["modif", "änder", "modified", "última"].contains { key.contains($0) }
    }

    private static func isQuiz(_ header: String) -> Bool {
        header == "Total points" || header == "Quiz feedback" || header.hasPrefix("Points - ")
            || header.hasPrefix("Feedback - ")
    }
}
