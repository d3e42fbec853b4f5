import Content
import Diagnostics
import Report
import Testing

/// `site.yml`: every key, and everything that can be wrong in it.
struct SettingsTests {
    @Test func everyKeyIsRead() throws {
        let outcome = folder([
            "site.yml": """
            title: How we serve
            organisation: Northline
            language: de-CH
            words: { external: passengers, "on": 1 }
            domains: [Northline.example, northline.example]
            as_of: 2026-04-10
            period: half-year
            waves:
              - { id: 2026-Q1, name: Winter 2026, from: 2026-01-02, to: 2026-03-30 }
              - { id: 2026-Q2, open: true }
              - { id: special }
            compare: [previous, year-ago]
            headline: overall
            confidentiality: { internal: 5, key: x }
            comments: restricted
            themes:
              - { id: informed, name: Keeps me informed }
            surveys: ../elsewhere
            """
        ])
        #expect(outcome.diagnostics.map(\.rendered) == [])
        let settings = outcome.value.settings
        #expect(
            settings.title == "How we serve" && settings.organisation == "Northline" && settings.language == "de-CH")
        #expect(settings.words == ["external": "passengers", "on": "1"])
        #expect(settings.domains == ["northline.example"])
        #expect(settings.asOf == CalendarDate(year: 2026, month: 4, day: 10))
        #expect(settings.calendar.period == .halfYear)
        #expect(settings.calendar.listed.map(\.id.text) == ["2026-Q1", "2026-Q2", "special"])
        #expect(settings.calendar.listed.map(\.isOpen) == [false, true, false])
        #expect(settings.calendar.listed[0].days?.lowerBound == CalendarDate(year: 2026, month: 1, day: 2))
        #expect(settings.calendar.listed[1].days?.upperBound == CalendarDate(year: 2026, month: 6, day: 30))
        #expect(settings.calendar.listed[2].days == nil && settings.calendar.listed[2].name == "special")
        #expect(settings.compare == [.previous, .yearAgo] && settings.headline == QuestionID("overall"))
        #expect(
            settings.comments == .restricted && settings.surveys == "../elsewhere" && settings.confidentiality != nil)
        #expect(settings.themes == [Theme(id: ThemeID("informed"), name: "Keeps me informed")])
        #expect(outcome.value.organisation.name == "Northline")
    }

    @Test func defaultsStand() {
        let settings = folder([:]).value.settings
        #expect(settings.language == "en" && settings.compare == [.previous] && settings.comments == .open)
        #expect(settings.calendar.period == .quarter && settings.surveys == "surveys" && settings.asOf == nil)
    }

    @Test func aMissingFileIsAnError() {
        #expect(
            messages(["site.yml": ""]) == [
                "content/site.yml: error[missing-file]: the file is missing; write it with at least title, organisation and headline"
            ])
    }

    @Test(arguments: [
        ("titel: x", "1:1: error[unknown-key]: site.yml has no key `titel`; did you mean `title`?", "titel: x", 1),
        ("title: [a]", "1:8: error[wrong-type]: title must be a single value, this is a list", "title: [a]", 8),
        ("title: ' '", "1:8: error[wrong-value]: title is blank", "title: ' '", 8),
        ("as_of: 10.4.2026", "1:8: error[wrong-type]: as_of must be a day such as 2026-03-31", "as_of: 10.4.2026", 8),
        ("as_of: 2026-02-29", "1:8: error[wrong-type]: as_of must be a day such as 2026-03-31", "as_of: 2026-02-29", 8),
        (
            "period: week", "1:9: error[wrong-value]: period must be one of month, quarter, year, half-year",
            "period: week", 9
        ),
        (
            "language: ../x", "1:11: error[wrong-value]: language must be a tag such as en or de-CH", "language: ../x",
            11
        ),
        (
            "headline: Over all",
            "1:11: error[bad-id]: headline `Over all` is no id; an id has 1 to 40 characters of a-z, 0-9 and -",
            "headline: Over all", 11
        ),
        (
            "comments: public", "1:11: error[wrong-value]: comments must be one of open, restricted, none",
            "comments: public", 11
        ),
        (
            "compare: [month]", "1:11: error[wrong-value]: compare must be a list of previous, year-ago",
            "compare: [month]", 11
        ),
        (
            "domains: [a@b.c]",
            "1:11: error[wrong-value]: domains: `a@b.c` is no mail domain; write it as in northline.example",
            "domains: [a@b.c]", 11
        ),
        ("words: [a]", "1:8: error[wrong-type]: words must be a mapping of keys, this is a list", "words: [a]", 8),
        ("themes: [{ id: a }]", "1:10: error[missing-key]: a theme needs the key `name`; add it", nil, nil),
        (
            "themes: [{ id: a, name: A }, { id: a, name: B }]",
            "1:36: error[duplicate-id]: the theme `a` is listed twice; keep one of them",
            "themes: [{ id: a, name: A }, { id: a, name: B }]", 36
        ),
        (
            "waves: [{ id: a b }]",
            "1:15: error[bad-id]: `a b` is no id of a wave; it may have 40 letters, digits and hyphens",
            "waves: [{ id: a b }]", 15
        ),
        (
            "waves: [{ id: a }, { id: a }]",
            "1:26: error[duplicate-id]: the wave `a` is listed twice; keep one of them",
            "waves: [{ id: a }, { id: a }]", 26
        ),
        (
            "waves: [{ id: a, from: 2026-01-01 }]",
            "1:15: error[wave-dates]: the wave `a` has only one of `from` and `to`; give both or none",
            "waves: [{ id: a, from: 2026-01-01 }]", 15
        ),
        (
            "waves: [{ id: a, from: 2026-02-01, to: 2026-01-01 }]",
            "1:40: error[wave-dates]: the wave `a` ends before it begins",
            "waves: [{ id: a, from: 2026-02-01, to: 2026-01-01 }]", 40
        ),
        (
            "waves: [{ id: 2026 }, { id: 2026-Q3 }]",
            "1:29: error[wave-dates]: the waves `2026-Q3` and `2026` share days; a day belongs to one wave",
            "waves: [{ id: 2026 }, { id: 2026-Q3 }]", 29
        ),
        (
            "waves: [{ id: 2026-Q3 }, { id: 2025 }]",
            "1:32: error[wave-order]: the wave `2025` is listed after `2026-Q3` but lies before it; list waves in order of time",
            "waves: [{ id: 2026-Q3 }, { id: 2025 }]", 32
        ),
        (
            "waves: [{ id: a, open: yes }]", "1:24: error[wrong-type]: open must be true or false",
            "waves: [{ id: a, open: yes }]", 24
        ),
    ])
    func wrongValuesAreErrorsAtTheirPlace(_ line: String, _ message: String, _ excerpt: String?, _ column: Int?) {
        let key = line.prefix { $0 != ":" }
        let rest = ["title: T", "organisation: O", "headline: h"].filter { !$0.hasPrefix(key + ":") }
        var wanted = "content/site.yml:\(message)"
        if let excerpt, let column {
            wanted += "\n  1 | \(excerpt)\n    | \(String(repeating: " ", count: column - 1))^"
        }
        let found = messages(["site.yml": ([line] + rest).joined(separator: "\n")])
        #expect(found == [wanted])
    }

    @Test func allProblemsComeAtOnce() {
        let codes = folder(["site.yml": "as_of: x\nperiod: y\nfoo: z\n"]).diagnostics.map(\.code)
        #expect(
            codes.sorted() == ["missing-key", "missing-key", "missing-key", "unknown-key", "wrong-type", "wrong-value"])
    }
}
