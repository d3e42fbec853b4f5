import Diagnostics

/// What a YAML text must not hold, found before the parser sees it: the parser would hash a tree of aliases key by key,
/// which a text of a few hundred bytes can make endless.
enum YAMLGuard {
    /// The first problem of the text, nil if it may be parsed.
    static func problem(in text: String, _ source: SourceText) -> Diagnostic? {
        // A site with 1,000 departments needs a hundredth.
        let longest = Limits.yaml.most
        guard text.utf8.count <= longest else {
            return source.diagnostic(
                .error, Limits.yaml.code, line: nil, "the YAML is longer than \(longest) bytes",
                remedy: "split it or leave out what is not read")
        }
        var anchors: Set<String> = []
        var aliases: [(name: String, line: Int, column: Int)] = []
        for (index, line) in SourceText.split(text).enumerated() {
            let number = index + source.firstLine
            var column = 1
            // The last character that is no blank: a mark counts only where a value can begin.
            var before: Unicode.Scalar?
            var scalars = line.unicodeScalars[...]
            while let scalar = scalars.popFirst() {
                if !isAllowed(scalar) {
                    return source.diagnostic(
                        .error, "control-character", line: number, column: column,
                        "the character U+\(hex(scalar)) cannot stand in YAML", remedy: "delete it")
                }
                if scalar == "&" || scalar == "*", before.map(":-?[{,".unicodeScalars.contains) ?? true {
                    let name = String(scalars.prefix { isName($0) })
                    if scalar == "&", !name.isEmpty, before != nil { return refuse(number, column, source) }
                    if scalar == "&" { anchors.insert(name) } else { aliases.append((name, number, column)) }
                }
                column += UTF8.width(scalar)
                if scalar != " ", scalar != "\t" { before = scalar }
            }
        }
        return aliases.first { anchors.contains($0.name) }.map { refuse($0.line, $0.column, source) }
    }

    private static func refuse(_ line: Int, _ column: Int, _ source: SourceText) -> Diagnostic {
        source.diagnostic(
            .error, Limits.yamlAliases.code, line: line, column: column, "anchors and aliases are not read",
            remedy:
                "write the value out, or put quotes around text that begins with & or *, and a blank after an & within it"
        )
    }

    /// Tab, and what is neither a control character nor no character at all.
    ///
    /// Line ends never come here.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x20...0x7E, 0x85, 0xA0...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...: true
        default: false
        }
    }

    private static func isName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-")
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
