/// Every spelling of "this does not apply to me": out of the base, and counted.
enum NotApplicable {
    static func holds(_ label: Label) -> Bool {
        if let code = label.code, label.isNumber { return code == 99 || code == -99 }
        return words.contains(label.whole) || words.contains(label.text)
            || (!label.aside.isEmpty && words.contains(label.aside))
    }

    /// True for a comment cell that says nothing.
    static func isSilent(_ label: Label) -> Bool {
        label.isEmpty || (!label.isNumber && holds(label)) || !hasLetter(label)
    }

    /// True for plain text with more letters than any of the words has, however they are written: a cell that says
    /// something, found without making a label of it.
    static func isLonger(_ cell: ArraySlice<UInt8>) -> Bool {
        guard cell.count > longest else { return false }
        var letters = 0
        for byte in cell {
            // What stands in parentheses may be one of the words, endings behind these marks are taken off, and beyond
            // ASCII there are other kinds of letters.
            if byte >= 0x80 || byte == 0x28 || byte == 0x2F || byte == 0x2A { return false }
            if (0x61...0x7A).contains(byte | 0x20) { letters += 1 }
        }
        return letters > longest
    }

    private static let longest = words.map(\.utf8.count).max() ?? 0

    private static func hasLetter(_ label: Label) -> Bool {
        label.isNumber
            || label.whole.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    private static let words: Set<String> = Set(
        [
            "-", "--", "---", "/", "n/a", "na", "n.a", "n. a", "n/ a", "n / a", "#n/a", "null", "nan", "not applicable",
            "does not apply", "doesn't apply", "not relevant", "unfamiliar", "no answer", "not answered",
            "not selected",
            "prefer not to answer", "prefer not to say", "i prefer not to answer", "i prefer not to say",
            "rather not say",
            "don't know", "dont know", "i don't know", "i dont know", "do not know", "i do not know",
            "don't know / not applicable",
            "don't know/not applicable", "don't know/na", "dk", "dk/na", "no basis to judge", "no basis for evaluation",
            "no basis", "do not know/no basis to judge", "do not know / no basis to judge",
            "don't know/no basis to judge",
            "no opinion", "not sure", "i'm not sure", "i am not sure", "unsure", "not seen", "have not used",
            "not used",
            "haven't used", "i have not used this service", "can't say", "cannot say", "unable to rate",
            "unable to judge",
            "can't judge", "cannot judge", "no experience", "skipped", "offered", "unoffered", "not offered",
            // German
            "keine angabe", "keine angaben", "k.a", "k. a", "ka", "weiß nicht", "weiss nicht", "weiß ich nicht",
            "weiss ich nicht", "ich weiß nicht", "ich weiss nicht", "nicht zutreffend", "trifft nicht zu auf mich",
            "entfällt", "nicht relevant", "nicht beurteilbar", "kann ich nicht beurteilen", "nicht bekannt",
            "keine antwort",
            "keine meinung", "möchte ich nicht sagen",
            // French
            "sans objet", "s/o", "s.o", "nsp", "ne sait pas", "ne sais pas", "je ne sais pas", "sans avis",
            "sans opinion",
            "non applicable", "ne s'applique pas", "non concerné", "non concernée", "pas concerné", "pas concernée",
            "ne se prononce pas", "ne souhaite pas répondre", "je préfère ne pas répondre", "aucune réponse",
            "pas de réponse",
            "nr", "n/c", "nc",
            // Spanish
            "no aplica", "no aplicable", "no procede", "no sabe", "no sé", "no lo sé", "no opina", "sin opinión",
            "ns/nc",
            "ns / nc", "nsnc", "ns", "no contesta", "no sabe/no contesta", "no sabe / no contesta",
            "no sabe, no contesta",
            "prefiero no decirlo", "prefiero no contestar", "sin respuesta", "no responde",
        ])
}
