/// Well-formedness of UTF-8 (The Unicode Standard, table 3-7).
enum UTF8Check {
    enum Character: Equatable {
        /// A well-formed character of that many bytes.
        case valid(Int)
        /// The bytes end inside what may still become a character.
        case cut
        /// That many bytes are no character: a maximal ill-formed part.
        case invalid(Int)
    }

    /// What stands at `index`, where a byte of 0x80 or more stands.
    static func character(_ bytes: [UInt8], at index: Int) -> Character {
        let first = bytes[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE...0xEF: length = 3
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return .invalid(1)
        }
        guard index + 1 < bytes.count else { return .cut }
        guard second.contains(bytes[index + 1]) else { return .invalid(1) }
        for position in 2..<max(2, length) {
            guard index + position < bytes.count else { return .cut }
            guard bytes[index + position] & 0xC0 == 0x80 else { return .invalid(position) }
        }
        return .valid(length)
    }

    /// The bytes with U+FFFD in place of each ill-formed part, and the cut character at their end, which is given out
    /// as U+FFFD too if nothing follows.
    static func repair(_ bytes: [UInt8], isLast: Bool) -> (text: [UInt8], rest: [UInt8]) {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                out.append(bytes[index])
                index += 1
                continue
            }
            switch character(bytes, at: index) {
            case .valid(let length):
                out.append(contentsOf: bytes[index..<index + length])
                index += length
            case .invalid(let length):
                out.append(contentsOf: [0xEF, 0xBF, 0xBD])
                index += length
            case .cut:
                guard isLast else { return (out, Array(bytes[index...])) }
                out.append(contentsOf: [0xEF, 0xBF, 0xBD])
                index = bytes.count
            }
        }
        return (out, [])
    }
}
