/// Names of pages and of things that become pages: `[a-z0-9-]`, at most 40 characters, safe on every file server.
package enum PageName {
    /// Longest name of a page, without its extension.
    package static let longest = 40

    /// True for what may be an id of a department, theme or question: `[a-z0-9-]{1,40}`.
    package static func isIdentifier(_ text: String) -> Bool {
        let bytes = text.utf8
        return !bytes.isEmpty && bytes.count <= longest
            && bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    /// A name made of any text: letters in lower case, Latin letters without their marks, everything else a hyphen.
    ///
    /// A text without any such letter or digit becomes a number of its bytes, so that the result is never empty.
    package static func slug(_ text: String) -> String {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                switch byte {
                case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
                case 0x41...0x5A: bytes.append(byte + 0x20)
                default: if let last = bytes.last, last != 0x2D { bytes.append(0x2D) }
                }
                if bytes.count > longest { break }
                continue
            }
            let plain = Self.plain[scalar] ?? "-"
            for byte in plain.utf8 {
                let isKept = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
                if isKept {
                    bytes.append(byte)
                } else if let last = bytes.last, last != 0x2D {
                    bytes.append(0x2D)
                }
            }
            if bytes.count > longest { break }
        }
        if bytes.count > longest {
            // A word that does not fit is left out whole, unless most of the name would go with it.
            let cut = bytes[...longest].lastIndex(of: 0x2D) ?? longest
            bytes = Array(bytes.prefix(cut >= longest / 2 ? cut : longest))
        }
        while bytes.last == 0x2D { bytes.removeLast() }
        guard bytes.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
        // FNV-1a: the same name in every run.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return "n" + String(hash, radix: 16)
    }

    /// The file name, without `.html`, of the page of an id.
    ///
    /// Windows opens `con`, `aux`, `com1` and the like as devices, whatever stands after a dot, and `index` is the list
    /// of all, so those get a prefix.
    package static func file(_ id: String) -> String {
        reserved.contains(id) ? "page-" + id : id
    }

    private static let reserved: Set<String> = {
        var names: Set<String> = ["index", "con", "prn", "aux", "nul"]
        for number in 0...9 { names.formUnion(["com\(number)", "lpt\(number)"]) }
        return names
    }()

    /// Latin letters with marks, in lower and upper case.
    private static let plain: [Unicode.Scalar: String] = {
        let groups: [(String, String)] = [
            ("àáâãåāăąÀÁÂÃÅĀĂĄ", "a"), ("äæÄÆ", "ae"), ("çćčĉċÇĆČĈĊ", "c"), ("ďđðĎĐÐ", "d"),
            ("èéêëēĕėęěÈÉÊËĒĔĖĘĚ", "e"),
            ("ĝğġģĜĞĠĢ", "g"), ("ĥħĤĦ", "h"), ("ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ", "i"), ("ĵĴ", "j"), ("ķĶ", "k"), ("ĺļľłĹĻĽŁ", "l"),
            ("ñńņňÑŃŅŇ", "n"), ("òóôõōŏőÒÓÔÕŌŎŐ", "o"), ("öøœÖØŒ", "oe"), ("ŕŗřŔŖŘ", "r"), ("śŝşšșŚŜŞŠȘ", "s"),
            ("ß", "ss"),
            ("ţťŧțŢŤŦȚ", "t"), ("þÞ", "th"), ("ùúûũūŭůűųÙÚÛŨŪŬŮŰŲ", "u"), ("üÜ", "ue"), ("ŵŴ", "w"), ("ýÿŷÝŸŶ", "y"),
            ("źżžŹŻŽ", "z"),
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (letters, plain) in groups {
            for scalar in letters.unicodeScalars { table[scalar] = plain }
        }
        return table
    }()
}
