/// What stands in a comment where something was masked.
let maskMark = "[…]"

/// A comment with e-mail addresses, handles, web addresses, phone numbers, long numbers and listed names masked.
///
/// It masks rather too much than too little: a date in figures goes with the phone numbers.
func masked(_ text: String, names: [String]) -> String {
    // Nothing to mask can be without one of these.
    let isHarmless = text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x3A, 0x2E, 0x40, 0x80...: false
        default: true
        }
    }
    if isHarmless, names.isEmpty { return text }
    let bytes = Array(text.utf8)
    let letters = maskedLetters(text, bytes)
    var hidden = [Bool](repeating: false, count: letters.count)
    maskAddresses(letters, &hidden)
    maskLinks(letters, &hidden)
    maskNumbers(letters, &hidden)
    if !names.isEmpty {
        let characters = Array(text)
        for name in names { maskName(Array(name), characters, &hidden) }
    }
    guard hidden.contains(true) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    for (index, letter) in letters.enumerated() {
        if !hidden[index] {
            result += bytes[start..<start + letter.length]
        } else if index == 0 || !hidden[index - 1] {
            result += maskMark.utf8
        }
        start += letter.length
    }
    return String(decoding: result, as: UTF8.self)
}

/// Anything joined by an `@`: addresses and handles.
private func maskAddresses(_ letters: [MaskedLetter], _ hidden: inout [Bool]) {
    for (index, letter) in letters.enumerated() where letter.kind.contains(.at) {
        var start = index
        var end = index + 1
        while start > 0, letters[start - 1].kind.contains(.inAddress) { start -= 1 }
        while end < letters.count, letters[end].kind.contains(.inAddress) { end += 1 }
        guard end - start > 1 else { continue }
        for place in start..<end { hidden[place] = true }
    }
}

private let schemes = ["http://", "https://", "ftp://", "file://", "mailto:", "tel:", "www."].map { Array($0.utf8) }
/// By byte.
private let startsScheme = (0..<256).map { byte in schemes.contains { $0.first.map { Int($0) == byte } ?? false } }
private let topDomains: Set<String> = [
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "io", "app", "dev", "me", "eu", "uk", "de", "fr",
    "es",
    "it", "nl", "be", "ch", "at", "pl", "pt", "ie", "se", "no", "dk", "fi", "us", "ca", "au", "nz", "in", "jp", "cn",
    "br",
    "mx", "za", "example", "local", "intranet",
]

/// Addresses with a scheme or `www.`, and bare names of hosts under a well-known top domain.
private func maskLinks(_ letters: [MaskedLetter], _ hidden: inout [Bool]) {
    func hideWord(from start: Int) {
        var end = start
        while end < letters.count, !letters[end].kind.contains(.blank) { end += 1 }
        for place in start..<end { hidden[place] = true }
    }
    func begins(with scheme: [UInt8], at start: Int) -> Bool {
        scheme.count <= letters.count - start
            && scheme.indices.allSatisfy { letters[start + $0].lower == scheme[$0] }
    }
    for index in letters.indices where !hidden[index] {
        if startsScheme[Int(letters[index].lower)], index == 0 || !letters[index - 1].kind.contains(.word),
            schemes.contains(where: { begins(with: $0, at: index) })
        {
            hideWord(from: index)
        }
        guard letters[index].lower == UInt8(ascii: "."), index > 0, letters[index - 1].kind.contains(.word) else {
            continue
        }
        var end = index + 1
        while end < letters.count, letters[end].kind.contains(.letterWhenLowered) { end += 1 }
        let domain = String(decoding: letters[index + 1..<end].map(\.lower), as: UTF8.self)
        // A sentence that goes on without a blank is no host: its next letter is large.
        guard topDomains.contains(domain), letters[index + 1].kind.contains(.lowercase),
            end == letters.count || !letters[end].kind.contains(.word)
        else { continue }
        var start = index
        while start > 0, letters[start - 1].kind.contains(.inAddress) { start -= 1 }
        hideWord(from: start)
    }
}

/// Five digits and more in a row, and seven and more with the signs between them that phone numbers have.
private func maskNumbers(_ letters: [MaskedLetter], _ hidden: inout [Bool]) {
    var index = 0
    while index < letters.count {
        guard letters[index].kind.contains(.digit) else {
            index += 1
            continue
        }
        var last = index
        var digits = 0
        var row = 0
        var longestRow = 0
        var gap = 0
        var place = index
        while place < letters.count, gap <= 3 {
            if letters[place].kind.contains(.digit) {
                digits += 1
                row += 1
                longestRow = max(longestRow, row)
                gap = 0
                last = place
            } else if letters[place].kind.contains(.betweenDigits) {
                row = 0
                gap += 1
            } else {
                break
            }
            place += 1
        }
        if digits >= 7 || longestRow >= 5 {
            var start = index
            while start > 0, letters[start - 1].kind.contains(.beforeDigits) { start -= 1 }
            for place in start...last { hidden[place] = true }
        }
        index = last + 1
    }
}

/// A listed name as whole words, letter case and the width of blanks ignored.
private func maskName(_ name: [Character], _ letters: [Character], _ hidden: inout [Bool]) {
    let words = name.split(whereSeparator: \.isWhitespace).map { $0.map { $0.lowercased() } }
    guard let first = words.first, !first.isEmpty else { return }
    for start in letters.indices where start == 0 || !letters[start - 1].isWord {
        var place = start
        var isMatch = true
        for (number, word) in words.enumerated() {
            if number > 0 {
                let blanks = letters[place...].prefix { $0.isWhitespace }.count
                guard blanks > 0 else {
                    isMatch = false
                    break
                }
                place += blanks
            }
            guard letters.count - place >= word.count,
                zip(letters[place...], word).allSatisfy({ $0.lowercased() == $1 })
            else {
                isMatch = false
                break
            }
            place += word.count
        }
        guard isMatch, place == letters.count || !letters[place].isWord else { continue }
        for index in start..<place { hidden[index] = true }
    }
}
