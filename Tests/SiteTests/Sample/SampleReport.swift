import Content
import Diagnostics
import Report

@testable import Site

/// A small invented organisation with everything a page can show, made without any survey: a bus company.
///
/// Figures are computed here by simple formulas of their own (Wald intervals will do), since pages print what they are
/// given; only their shape matters.
struct SampleReport {
    static let asOf = date(2026, 4, 10)

    static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        guard let date = CalendarDate(year: year, month: month, day: day) else { preconditionFailure("no such day") }
        return date
    }

    static let waves = [
        Wave(id: WaveID("2025-Q3"), name: "Summer 2025", days: date(2025, 7, 1)...date(2025, 9, 30)),
        Wave(id: WaveID("2025-Q4"), name: "Autumn 2025", days: date(2025, 10, 1)...date(2025, 12, 31)),
        Wave(id: WaveID("2026-Q1"), name: "Winter 2026", days: date(2026, 1, 1)...date(2026, 3, 31)),
    ]

    static let departments: [Department] = [
        department("operations", "Operations", serves: []),
        department("drivers", "Drivers", parent: "operations", frontline: true),
        department("depot", "Depot & workshop", parent: "operations", serves: ["drivers"], headcount: 40),
        department("customer-desk", "Customer desk", frontline: true, headcount: 12),
        department("support", "Support services"),
        department("finance", "Finance", parent: "support", serves: ["depot", "it"], headcount: 9),
        department("payroll", "Payroll", parent: "finance", service: true),
        department("it", "IT <service> desk", parent: "support", serves: ["finance", "customer-desk", "drivers"]),
        department("archive", "Archive", parent: "support", headcount: 3),
        Department(id: DepartmentID("telex"), name: "Telex room", until: WaveID("2025-Q3")),
    ]

    static func department(
        _ id: String, _ name: String, parent: String? = nil, service: Bool = false, frontline: Bool = false,
        serves: [String] = [], headcount: Int? = nil
    ) -> Department {
        Department(
            id: DepartmentID(id), name: name,
            memberships: parent.map { [.init(parent: DepartmentID($0))] } ?? [], isService: service,
            isFrontline: frontline, serves: serves.map { DepartmentID($0) }, headcount: headcount)
    }

    static let satisfaction5 = Scale(
        low: 1, count: 5, labels: ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"],
        name: "satisfaction-5")

    static let questions: [Question] = [
        question("overall", .satisfaction, satisfaction5, nil, "Overall, how satisfied are you with the service?"),
        question(
            "recommend", .recommendation, .init(low: 0, count: 11, name: "recommendation-11"), nil,
            "How likely are you to recommend us?"),
        question(
            "informed", .agreement, .init(low: 1, count: 5, name: "agreement-5"), "informed", "I am kept informed"),
        question("promises", .agreement, .init(low: 1, count: 5, name: "agreement-5"), "quality", "Promises are kept"),
        question(
            "ease", .ease, .init(low: 1, count: 7, name: "ease-7"), "quality", "How easy was it to get what you needed?"
        ),
        question("solved", .yesNo, .init(low: 0, count: 2, name: "yes-no"), "quality", "Was your request solved?"),
        Question(
            id: QuestionID("received"), measure: .satisfaction, scale: satisfaction5, isReceived: true,
            wording: everyWave("How good is the service that your department gets from the others?")),
    ]

    static func everyWave(_ text: String) -> [WaveID: String] {
        Dictionary(uniqueKeysWithValues: waves.map { ($0.id, text) })
    }

    static func question(_ id: String, _ measure: Measure, _ scale: Scale, _ theme: String?, _ wording: String)
        -> Question
    {
        Question(
            id: QuestionID(id), measure: measure, scale: scale, theme: theme.map { ThemeID($0) },
            wording: everyWave(wording))
    }

    static let themes = [
        Theme(id: ThemeID("informed"), name: "Keeps me informed"), Theme(id: ThemeID("quality"), name: "Gets it right"),
    ]
}
