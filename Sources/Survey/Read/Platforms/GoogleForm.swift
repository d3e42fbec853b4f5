import Report

/// Google Forms: the time of submission first, under a name in the language of the form; a row of a grid as `Question
/// [Row]`.
///
/// From the response sheet, or downloaded from the form itself.
enum GoogleForm: PlatformForm {
    static let platform = Platform.googleForms

    private static let timestamps: Set<String> = [
        "timestamp", "horodateur", "zeitstempel", "marca temporal", "carimbo de data/hora", "informazioni cronologiche",
        "tijdstempel", "sygnatura czasowa", "tidsstämpel", "tidsstempel", "tidstempel", "aikaleima", "časová značka",
        "zaman damgası",
        "отметка времени", "позначка часу", "タイムスタンプ", "时间戳记", "時間戳記", "타임스탬프", "marca de temps", "időbélyeg",
        "marcă de timp",
    ]

    static func recognise(_ head: Head) -> String? {
        guard let first = head.keys.first, head.width > 1 else { return nil }
        if timestamps.contains(first) { return "the first column is the time of submission as Google Forms names it" }
        let values = head.values(0, below: 1)
        if !values.isEmpty, values.prefix(100).allSatisfy(isDownload) {
            return "the first column holds times as the download of Google Forms writes them"
        }
        guard head.areDates(0, below: 1), head.header(0).contains(where: { $0.hasSuffix("]") && $0.contains(" [") })
        else { return nil }
        return "the first column holds times, and grids are written as Question [Row]"
    }

    /// True for a time such as `2021/03/05 9:17:41 AM GMT+1`.
    private static func isDownload(_ value: String) -> Bool {
        value.contains(" GMT") && value.count { $0 == "/" } == 2 && value.prefix(4).allSatisfy(\.isNumber)
            && (value.contains("AM ") || value.contains("PM "))
    }

    static func columns(_ head: Head) -> [LayoutColumn] {
        let header = head.header(0)
        return header.indices.map { index in
            let role: ColumnRole =
                switch header[index].lowercased() {
                case _ where index == 0: .submitted
                case "email address", "username", "e-mail-adresse", "adresse e-mail", "dirección de correo electrónico",
                    "nom d'utilisateur",
                    "nutzername":
                    index == 1 ? .contact : .answer
                case "score" where index <= 2: .system
                default: .answer
                }
            return .single(index, header[index], role: role)
        }
    }
}
