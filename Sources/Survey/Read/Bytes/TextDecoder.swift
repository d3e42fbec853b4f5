/// Turns the bytes of a file, chunk by chunk, into UTF-8 without a byte-order mark.
///
/// A chunk may end inside a character.
struct TextDecoder {
    private let encoding: TextEncoding
    /// The whole file is known to be well-formed UTF-8: chunks pass as they are.
    private let isWellFormed: Bool
    private let table: [[UInt8]]
    /// Bytes of a character whose rest comes with the next chunk.
    private var pending: [UInt8] = []
    private var atStart: Bool

    /// - Parameter isContinued: the first chunk is not the beginning of the file, so that no mark can stand there.
    init(_ encoding: TextEncoding, isWellFormed: Bool = false, isContinued: Bool = false) {
        self.encoding = encoding
        atStart = !isContinued
        self.isWellFormed = isWellFormed
        switch encoding {
        case .windows1252: table = SingleByteTables.encoded(SingleByteTables.windows1252)
        case .macRoman: table = SingleByteTables.encoded(SingleByteTables.macRoman)
        default: table = []
        }
    }

    /// The text of the next chunk; `isLast` also gives out what is left of a cut character, as U+FFFD.
    mutating func decode(_ chunk: [UInt8], isLast: Bool) -> [UInt8] {
        switch encoding {
        case .utf8, .utf8WithMark: utf8(chunk, isLast: isLast)
        case .utf16LittleEndian, .utf16BigEndian: utf16(chunk, isLast: isLast)
        case .windows1252, .macRoman: singleByte(chunk)
        }
    }

    private mutating func utf8(_ chunk: [UInt8], isLast: Bool) -> [UInt8] {
        var bytes = chunk
        if !pending.isEmpty {
            bytes = pending + chunk
            pending = []
        }
        if atStart {
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            if !isLast, bytes.count < 3, mark.starts(with: bytes) {
                pending = bytes
                return []
            }
            atStart = false
            if bytes.starts(with: mark) { bytes.removeFirst(3) }
        }
        guard !isWellFormed else { return bytes }
        let (valid, rest) = UTF8Check.repair(bytes, isLast: isLast)
        pending = rest
        return valid
    }

    private mutating func utf16(_ chunk: [UInt8], isLast: Bool) -> [UInt8] {
        let bytes = pending.isEmpty ? chunk : pending + chunk
        pending = []
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        let (high, low) = encoding == .utf16LittleEndian ? (1, 0) : (0, 1)
        func unit(_ at: Int) -> UInt32 { UInt32(bytes[at + high]) << 8 | UInt32(bytes[at + low]) }
        var index = 0
        while index + 1 < bytes.count {
            let first = unit(index)
            var value = first
            var length = 2
            if first & 0xFC00 == 0xD800 {
                if index + 3 >= bytes.count {
                    if !isLast { break }
                    value = 0xFFFD
                } else if unit(index + 2) & 0xFC00 == 0xDC00 {
                    value = 0x10000 + (first & 0x3FF) << 10 + unit(index + 2) & 0x3FF
                    length = 4
                } else {
                    value = 0xFFFD
                }
            } else if first & 0xFC00 == 0xDC00 {
                value = 0xFFFD
            }
            let isMark = atStart && value == 0xFEFF
            atStart = false
            if !isMark { TextDecoder.append(value, to: &out) }
            index += length
        }
        if index < bytes.count {
            if isLast { TextDecoder.append(0xFFFD, to: &out) } else { pending = Array(bytes[index...]) }
        }
        return out
    }

    private func singleByte(_ chunk: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(chunk.count + chunk.count / 16)
        for byte in chunk {
            if byte < 0x80 { out.append(byte) } else { out.append(contentsOf: table[Int(byte)]) }
        }
        return out
    }

    private static func append(_ value: UInt32, to out: inout [UInt8]) {
        switch value {
        case 0..<0x80: out.append(UInt8(value))
        case 0x80..<0x800:
            out.append(UInt8(0xC0 | value >> 6))
            out.append(UInt8(0x80 | value & 0x3F))
        case 0x800..<0x10000:
            out.append(UInt8(0xE0 | value >> 12))
            out.append(UInt8(0x80 | value >> 6 & 0x3F))
            out.append(UInt8(0x80 | value & 0x3F))
        default:
            out.append(UInt8(0xF0 | value >> 18 & 0x07))
            out.append(UInt8(0x80 | value >> 12 & 0x3F))
            out.append(UInt8(0x80 | value >> 6 & 0x3F))
            out.append(UInt8(0x80 | value & 0x3F))
        }
    }
}
