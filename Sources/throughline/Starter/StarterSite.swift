import Storage

/// A small site to begin with: three departments, one survey, one note, all invented, and a line in each file that says
/// what to do with it.
enum StarterSite {
    static var files: [StagedFile] {
        texts.map { StagedFile(path: $0.0, bytes: Array($0.1.utf8)) } + [
            StagedFile(path: "surveys/2026-q1-pulse.csv", bytes: Array(survey.utf8))
        ]
    }

    private static let texts: [(String, String)] = [
        (
            "site.yml",
            """
            # The site as a whole. Every answer, name and figure that comes with it is invented.
            title: How we serve each other
            organisation: Example Works
            language: en
            period: quarter
            headline: overall
            confidentiality: { internal: 5, external: 5, self: 10, comments: 10, key: write-a-secret-of-your-own-here }
            comments: open
            themes:
              - { id: quality, name: Quality of the work }
              - { id: informed, name: Keeps me informed }

            """
        ),
        (
            "customers.yml",
            """
            # Who is a customer? The first rule that matches decides; `because` is printed on the site.
            rules:
              - name: Colleague
                when:
                  relationship: [Employee, Manager]
                side: internal
                kind: employee
                because: Needs the department's work to do their own.
              - name: Paying customer
                when:
                  relationship: [Customer]
                side: external
                kind: person
                because: Pays for what we make, and can go elsewhere.

            """
        ),
        (
            "departments/workshop.md",
            """
            ---
            name: Workshop
            frontline: true
            headcount: 30
            ---
            We repair what customers bring, and say beforehand what it costs.

            """
        ),
        (
            "departments/stores.md",
            """
            ---
            name: Stores
            serves: [workshop]
            headcount: 12
            ---
            We have the part on the bench before it is asked for. See the [workshop](workshop.md).

            """
        ),
        (
            "departments/office.md",
            """
            ---
            name: Office
            serves: [workshop, stores]
            headcount: 14
            ---
            Bills, pay and post.

            """
        ),
        (
            "notes/2026-02-10-parts.md",
            """
            ---
            title: Parts that come a day late
            date: 2026-02-10
            departments: [stores, workshop]
            kind: delay
            provider: stores
            customer: workshop
            days: 1
            reply: Two deliveries were booked on the wrong day.
            agreed: The stores call before nine if a part will be late.
            ---
            Both sat down together on 12 February.

            - [ ] Hang the delivery list beside the bench (owner: Stores lead, due: 2026-03-15, moves: informed)

            """
        ),
        (
            "surveys/2026-q1-pulse.yml",
            """
            title: Service pulse, winter 2026
            platform: google-forms
            wave: { column: Timestamp }
            dates: day-month
            respondent:
              id: Your number
              relationship: I am a …
              department: Your department
            department: { column: Which department are you rating? }
            questions:
              - id: overall
                column: "Overall, how satisfied are you with the service?"
                measure: satisfaction
                scale: satisfaction-5
                theme: quality
              - id: informed
                column: I was kept informed
                measure: agreement
                scale: agreement-5
                theme: informed
            comments:
              - { column: What should we do better? }
            invited: 120

            """
        ),
    ]

    /// Ninety-six invented answers, the same at every run.
    private static var survey: String {
        let departments = ["Workshop", "Stores", "Office"]
        let satisfied = [
            "Very dissatisfied", "Dissatisfied", "Neither satisfied nor dissatisfied", "Satisfied", "Very satisfied",
        ]
        let agreed = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]
        let comments = [
            "", "", "Call me when it is late.", "", "All good, thank you.", "", "", "Longer opening hours.",
        ]
        var lines = [
            "Timestamp,Your number,I am a …,Your department,Which department are you rating?,"
                + "\"Overall, how satisfied are you with the service?\",I was kept informed,What should we do better?"
        ]
        for number in 0..<96 {
            let isCustomer = number % 3 == 0
            // Each colleague rates a department in turn; their own is the one after it, so that nobody rates themselves.
            let turn = number / 3 + number % 3
            let rated = departments[isCustomer ? (number % 2 == 0 ? 0 : 2) : turn % 3]
            let own = isCustomer ? "" : departments[(turn + 1) % 3]
            let point = min(4, max(0, 3 + (number * 7 % 5) / 2 - (number * 11 % 7) / 3))
            let day = 14 + number % 15
            let fields = [
                "\(day)/\(number % 2 + 1)/2026 \(9 + number % 8):\(10 + number % 50):00", "n\(100 + number)",
                isCustomer ? "Customer" : number % 8 == 1 ? "Manager" : "Employee", own, rated, satisfied[point],
                number % 10 == 4 ? "N/A" : agreed[max(0, point - number % 2)], comments[number % comments.count],
            ]
            lines.append(fields.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ","))
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
