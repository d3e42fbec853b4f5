import Report
import Testing

@testable import Survey

/// The points of texts on a scale, as text: a digit from 0, `n` not applicable, `?` unread, `.` empty.
private func read(_ texts: [String], _ scale: Scale, _ measure: Measure) -> String {
    AnswerReading(labels: texts.map { Label($0) }, scale: scale, measure: measure).answers.map { answer in
        switch answer {
        case .point(let point): point < 10 ? String(point) : "X"
        case .notApplicable: "n"
        case .unread: "?"
        case .empty: "."
        }
    }.joined()
}

private func named(_ name: String) throws -> Scale { try #require(Scale.named(name)) }

@Suite struct LabelTests {
    @Test(arguments: [
        ("  Very\u{A0}Satisfied. ", "very satisfied"), ("\u{FEFF}Very satisfied", "very satisfied"),
        ("5 - Very satisfied", "very satisfied"), ("5) Very satisfied", "very satisfied"),
        ("(5) Very satisfied", "very satisfied"), ("5=Very satisfied", "very satisfied"),
        ("5 \u{2013} Very satisfied", "very satisfied"), ("Very satisfied (5)", "very satisfied"),
        ("\u{1F60D} Very satisfied", "very satisfied"), ("\u{201C}Very satisfied\u{201D}", "very satisfied"),
        ("Neither favorably nor unfavorably (neutral)", "neither favorably nor unfavorably"),
        ("Très insatisfait(e)", "très insatisfait"), ("Muy satisfecho/a", "muy satisfecho"),
        ("tre\u{300}s satisfait", "très satisfait"), ("VERY  SATISFIED", "very satisfied"),
        ("10 (All the time)", "all the time"), ("Extremely likely - 10", "extremely likely"),
        ("Teils/teils", "teils/teils"), ("d\u{2019}accord", "d'accord"), ("1.5", "1.5"), ("3-4 times", "3-4 times"),
    ]) func everySpellingIsOne(raw: String, text: String) {
        #expect(Label(raw).text == text)
    }

    @Test(arguments: [
        ("5 - Very satisfied", 5), ("-1 - N/A", -1), ("10 (All the time)", 10), ("Extremely likely - 10", 10),
        ("Very satisfied (5)", 5), ("4.0", 4), ("-99", -99), ("\u{2605}\u{2605}\u{2605}\u{2606}\u{2606}", 3),
    ]) func codesAreKept(raw: String, code: Int) {
        #expect(Label(raw).code == code)
    }

    @Test(arguments: ["1.5", "3-4 times", "Very satisfied", "", "99999999999999999999"]) func othersHaveNone(
        raw: String
    ) {
        #expect(Label(raw).code == nil)
    }

    @Test func negativesAreNotTheWordsWithinThem() throws {
        let five = try named("satisfaction-5")
        #expect(
            read(
                [
                    "Very dissatisfied", "Dissatisfied", "Neither satisfied nor dissatisfied", "Satisfied",
                    "Very satisfied",
                ], five, .satisfaction) == "01234")
        #expect(
            read(
                [
                    "Extremely dissatisfied", "Somewhat dissatisfied", "Neutral", "Somewhat satisfied",
                    "Extremely satisfied",
                ], five, .satisfaction) == "01234")
        #expect(
            read(
                ["Sehr unzufrieden", "Unzufrieden", "Teils/teils", "Zufrieden", "Sehr zufrieden"], five, .satisfaction)
                == "01234")
        #expect(
            read(
                [
                    "sehr unzufrieden", "eher unzufrieden", "weder zufrieden noch unzufrieden", "eher zufrieden",
                    "vollkommen zufrieden",
                ], five, .satisfaction) == "01234")
        #expect(
            read(
                [
                    "Très insatisfait(e)", "Plutôt insatisfait", "Ni satisfait ni insatisfait", "Plutôt satisfaite",
                    "Très satisfaits",
                ], five, .satisfaction) == "01234")
        #expect(
            read(
                ["Pas du tout satisfait", "Peu satisfait", "Neutre", "Satisfait", "Tout à fait satisfait"], five,
                .satisfaction) == "01234")
        #expect(
            read(
                [
                    "Muy insatisfecho/a", "Insatisfecho/a", "Ni satisfecho ni insatisfecho", "Satisfecho/a",
                    "Muy satisfecho/a",
                ], five, .satisfaction) == "01234")
        #expect(
            read(
                [
                    "Nada satisfecho", "Algo insatisfecho", "Neutral", "Mayormente satisfecho",
                    "Extremadamente satisfecho",
                ], five, .satisfaction) == "01234")
    }

    @Test func agreementAndEase() throws {
        let five = try named("agreement-5")
        let seven = try named("agreement-7")
        #expect(
            read(
                ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"], five,
                .agreement) == "01234")
        #expect(
            read(
                [
                    "Strongly disagree", "Disagree", "Somewhat disagree", "Neither agree nor disagree",
                    "Somewhat agree", "Agree", "Strongly agree",
                ], seven, .agreement) == "0123456")
        #expect(
            read(
                [
                    "Stimme überhaubt nicht zu", "Stimme nicht zu", "Weder Zustimmung noch Ablehnung", "Stimme zu",
                    "Stimme voll zu",
                ], five, .agreement) == "01234")
        #expect(
            read(
                [
                    "Pas du tout d\u{2019}accord", "Plutôt pas d'accord", "Ni d'accord ni pas d'accord",
                    "Plutôt d'accord", "Tout à fait d'accord",
                ], five, .agreement) == "01234")
        #expect(
            read(
                [
                    "Totalmente en desacuerdo", "En desacuerdo", "Ni de acuerdo ni en desacuerdo", "De acuerdo",
                    "Totalmente de acuerdo",
                ], five, .agreement) == "01234")
        #expect(
            read(["Very difficult", "Difficult", "Neutral", "Easy", "Very easy"], try named("ease-5"), .ease) == "01234"
        )
        #expect(
            read(["sehr schwer", "schwer", "genau richtig", "einfach", "sehr einfach"], try named("ease-5"), .ease)
                == "01234")
        #expect(read(["Strongly disagree", "Strongly agree"], try named("ease-7"), .ease) == "06")
        #expect(read(["Extremely dissatisfied"], five, .agreement) == "?")
    }

    @Test func moreLabelsThanPointsAreNotSqueezed() throws {
        let texts = ["Very satisfied", "Satisfied", "Somewhat satisfied", "Neutral"]
        let reading = AnswerReading(
            labels: texts.map { Label($0) }, scale: try named("satisfaction-5"), measure: .satisfaction)
        #expect(reading.hasTooManyLabels)
        #expect(reading.answers.allSatisfy { $0 == .unread })
    }

    @Test func qualityWordsTakeTheirPlaceFromTheirNeighbours() throws {
        let five = try named("satisfaction-5")
        #expect(read(["Horrible", "Bad", "OK", "Good", "Excellent"], five, .satisfaction) == "01234")
        #expect(read(["Very Poor", "Poor", "Fair", "Good", "Very Good"], five, .satisfaction) == "01234")
        #expect(read(["Poor", "Fair", "Good", "Very good", "Excellent"], five, .satisfaction) == "01234")
        #expect(read(["OK", "Good", "Excellent"], five, .satisfaction) == "234")
        #expect(read(["Fair", "Good"], five, .satisfaction) == "??", "two lists disagree, so nothing is guessed")
    }

    @Test func codesCountWhereTheyAreBorneOut() throws {
        let five = try named("satisfaction-5")
        #expect(read(["1 - Furchtbar", "2", "3", "4 - Fein", "5 - Sehr zufrieden"], five, .satisfaction) == "01234")
        #expect(read(["1 - Super", "5 - Furchtbar"], five, .satisfaction) == "??")
        #expect(
            read(["1 - Very satisfied", "2 - Fein", "5 - Very dissatisfied"], five, .satisfaction) == "4?0",
            "the words say more than the codes")
        let eleven = try named("recommendation-11")
        #expect(
            read(["0 - Not at all likely", "1", "9", "10 - Completely likely", "11", "-1"], eleven, .recommendation)
                == "019X?n")
    }

    @Test func numbersWithinTheDeclaredLimits() throws {
        #expect(read(["10", "13", "14", "-1", "99", "9"], Scale(low: 10, count: 4), .rating) == "03?nn?")
        #expect(read(["1", "5", "6", "2.0"], Scale(low: 1, count: 5, reversed: true), .rating) == "40?3")
        #expect(read(["1 (None at all)", "4", "7 (All)"], Scale(low: 1, count: 7), .rating) == "036")
        #expect(read(["1", "4,0", "3.5", "0"], try named("satisfaction-5"), .satisfaction) == "03??")
    }

    @Test func declaredLabelsComeFirst() {
        let scale = Scale(low: 1, count: 3, labels: ["Not sure", "Fine", "Neutral"])
        #expect(read(["not sure", "FINE.", "Neutral", "Satisfied", "n/a", "2 - Fine"], scale, .rating) == "012?n1")
        let coded = Scale(low: 1, count: 2, labels: ["1 - Low", "2 - High"])
        #expect(read(["1 - Low", "High", "low"], coded, .rating) == "010")
    }

    @Test func yesAndNo() throws {
        let scale = try named("yes-no")
        #expect(
            read(
                [
                    "Yes", "no", "1", "0", "Ja", "Nein", "Oui", "Non", "Sí", "GOOD", "bad", "Offered", "true",
                    "\u{1F44D}", "\u{1F44E}",
                ], scale, .yesNo) == "101010101" + "10n110")
        #expect(read(["2", "maybe"], scale, .yesNo) == "??")
        #expect(read(["1", "2"], Scale(low: 0, count: 2, reversed: true, origin: 1), .yesNo) == "10", "1 yes, 2 no")
    }

    @Test(arguments: [
        "-", "--", "n/a", "N/A", "NA", "Not applicable", "Unfamiliar (N/A)", "No answer", "Not selected",
        "Prefer not to say",
        "Don\u{2019}t know", "No basis to judge", "keine Angabe", "weiß nicht", "Sans objet", "NSP", "No aplica",
        "NS/NC", "-99",
        "99", "-2", "\u{FEFF}n/a", "No opina",
    ]) func notApplicableIsRead(text: String) throws {
        #expect(read([text], try named("satisfaction-5"), .satisfaction) == "n")
        #expect(read([text], Scale(low: 1, count: 2, labels: ["Low", "High"]), .rating) == "n")
    }

    @Test(arguments: ["", " ", "\u{A0}", "\u{FEFF}", "\t"]) func blankIsEmpty(text: String) throws {
        #expect(read([text], try named("satisfaction-5"), .satisfaction) == ".")
    }

    @Test func noLabelMeansTwoThings() {
        // A text that stands in two lines of one family would take the first line's meaning in silence.
        for language in Vocabulary.languages {
            for lines in language {
                var seen: Set<String> = []
                for line in lines.text.split(separator: "\n") {
                    for spelling in line[line.index(after: line.firstIndex(of: ":") ?? line.startIndex)...].split(
                        separator: "|")
                    {
                        #expect(seen.insert(Label(String(spelling)).text).inserted, "\(spelling) in \(lines.family)")
                    }
                }
            }
        }
    }
}
