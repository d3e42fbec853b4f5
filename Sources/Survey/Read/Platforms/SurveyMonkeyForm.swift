import Report

/// SurveyMonkey: questions in the first row, `Response` or the row or the choice in the second; or both in one row.
enum SurveyMonkeyForm: PlatformForm {
    static let platform = Platform.surveymonkey
    static let blanks = ["Not selected", "Not Selected"]

    /// `Response` and `Open-Ended Response` in the languages of the platform's interface.
    private static let responseWords: Set<String> = [
        "response", "open-ended response", "antwort", "offene antwort", "beantwortung mit offenem ende", "réponse",
        "réponse ouverte",
        "respuesta", "respuesta abierta", "risposta", "risposta aperta", "resposta", "resposta aberta", "antwoord",
        "open antwoord", "open-ended response, numeric",
    ]
    private static let respondentWords: Set<String> = [
        "respondent id", "respondentid", "respondent_id", "befragten-id", "teilnehmer-id", "id du répondant",
        "id de répondant",
        "id del encuestado", "identificador del encuestado", "id rispondente", "id do respondente",
    ]
    private static let collectorWords: Set<String> = [
        "collector id", "collectorid", "collector_id", "collector-id", "kollektor-id", "id du collecteur",
        "id del recopilador",
    ]

    static func recognise(_ head: Head) -> String? {
        let keys = head.keys
        if let first = keys.first, respondentWords.contains(first) {
            return keys.count > 1 && collectorWords.contains(keys[1])
                ? "the first row begins with Respondent ID, Collector ID"
                : "the first column is the respondent's id as SurveyMonkey names it"
        }
        if hasSecondRow(head) { return "the second row holds Response under the questions of the first" }
        if keys.contains(where: isNumberedQuestion), keys.contains("startdate") || notSelected(head) {
            return "columns are named q0001, q0002_0001, … and cells hold Not selected"
        }
        return nil
    }

    /// `q0004` and `q0004_0001`.
    private static func isNumberedQuestion(_ key: String) -> Bool {
        let parts = key.dropFirst().split(separator: "_", omittingEmptySubsequences: false)
        return key.hasPrefix("q") && (1...2).contains(parts.count)
            && parts.allSatisfy { $0.utf8.count == 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    private static func notSelected(_ head: Head) -> Bool {
        head.rows.dropFirst().prefix(50).contains { $0.contains { blanks.contains($0) } }
    }

    private static func hasSecondRow(_ head: Head) -> Bool {
        guard head.rows.count > 1 else { return false }
        let first = head.header(0)
        let second = head.header(1).map { $0.lowercased() }
        let responses = second.count { responseWords.contains($0) }
        let empty = first.indices.filter { first[$0].isEmpty && !second[$0].isEmpty }
        if responses >= 2 || responses == 1 && !empty.isEmpty { return true }
        // Every question with its choices or rows, and nothing under the platform's own columns.
        return first.first.map { respondentWords.contains($0.lowercased()) } == true && second[0].isEmpty
            && (responses == 1 || empty.count >= 2)
    }

    static func headerRows(_ head: Head) -> Int { hasSecondRow(head) ? 2 : 1 }

    static func columns(_ head: Head) -> [LayoutColumn] {
        let questions = head.header(0)
        guard hasSecondRow(head) else {
            let names = SharedStems.names(questions, joiner: " - ")
            return (0..<head.width).map { .single($0, names[$0], id: nil, role: role(questions[$0])) }
        }
        let rows = head.header(1)
        var current = ""
        return (0..<head.width).map { index in
            if !questions[index].isEmpty { current = questions[index] }
            let row = rows[index]
            // Blanks of the first row continue the question to the left, but not the platform's own columns.
            let role = questions[index].isEmpty ? .answer : role(questions[index])
            guard !row.isEmpty, !responseWords.contains(row.lowercased()), role == .answer else {
                return .single(index, questions[index].isEmpty ? current : questions[index], role: role)
            }
            return .single(index, current.isEmpty ? row : "\(current) [\(row)]", role: role)
        }
    }

    private static func role(_ header: String) -> ColumnRole {
        let key = header.lowercased()
        if respondentWords.contains(key) { return .respondent }
        if collectorWords.contains(key) { return .system }
        switch key {
        case "start date", "startdate", "date_created", "startdatum", "date de début", "fecha de inicio":
            return .started
        case "end date", "enddate", "date_modified", "enddatum", "date de fin", "fecha de finalización":
            return .submitted
        case "ip address", "ip_address", "ip-adresse", "adresse ip", "dirección ip": return .system
        case "email address", "email_address", "first name", "first_name", "last name", "last_name", "e-mail-adresse",
            "vorname",
            "nachname", "prénom", "nom", "adresse e-mail", "nombre", "apellido":
            return .contact
        default: return .answer
        }
    }
}
