import Storage

/// What all bytes of a file say about its encoding, from one pass.
struct ByteSurvey {
    private(set) var size = 0
    private(set) var start: [UInt8] = []
    /// Characters of more than one byte that are well-formed UTF-8, and parts that are not.
    private(set) var wellFormed = 0
    private(set) var illFormed = 0
    /// Offset of the first part that is no UTF-8, and of the first zero byte.
    private(set) var firstIllFormed: Int?
    private(set) var firstZero: Int?
    /// Zero bytes at even and at odd offsets among the first 64 KiB.
    private(set) var evenZeros = 0
    private(set) var oddZeros = 0
    private var pending: [UInt8] = []

    /// The file begins with the byte-order mark of UTF-8 or UTF-16.
    var hasByteOrderMark: Bool {
        [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].contains { start.starts(with: $0) }
    }

    static let chunkSize = 1 << 20

    init(path: String) throws(StorageError) {
        let file = try InputFile(path: path)
        var offset = 0
        while true {
            let chunk = try file.read(at: offset, count: ByteSurvey.chunkSize)
            observe(chunk, at: offset)
            offset += chunk.count
            if chunk.count < ByteSurvey.chunkSize { break }
        }
        if !pending.isEmpty { noteIllFormed(at: offset - pending.count) }
        size = offset
    }

    private mutating func observe(_ chunk: [UInt8], at offset: Int) {
        if offset == 0 {
            start = Array(chunk.prefix(8))
            for index in 0..<min(chunk.count, 65_536) where chunk[index] == 0 {
                if index & 1 == 0 { evenZeros += 1 } else { oddZeros += 1 }
            }
        }
        let bytes = pending.isEmpty ? chunk : pending + chunk
        let base = offset - pending.count
        pending = []
        let span = bytes.span
        var index = 0
        while index < bytes.count {
            // Plain text goes by in blocks; a block with anything else is looked at byte by byte.
            let end = min(index + 64, bytes.count)
            var all: UInt8 = 0
            var least: UInt8 = 0xFF
            for position in index..<end {
                all |= span[position]
                least = min(least, span[position])
            }
            if least == 0, firstZero == nil { firstZero = (index..<end).first { bytes[$0] == 0 }.map { base + $0 } }
            if all < 0x80 {
                index = end
                continue
            }
            while index < end {
                if bytes[index] < 0x80 {
                    index += 1
                    continue
                }
                switch UTF8Check.character(bytes, at: index) {
                case .valid(let length):
                    wellFormed += 1
                    index += length
                case .invalid(let length):
                    noteIllFormed(at: base + index)
                    index += length
                case .cut:
                    pending = Array(bytes[index...])
                    index = bytes.count
                }
            }
        }
    }

    private mutating func noteIllFormed(at offset: Int) {
        illFormed += 1
        if firstIllFormed == nil { firstIllFormed = offset }
    }
}
