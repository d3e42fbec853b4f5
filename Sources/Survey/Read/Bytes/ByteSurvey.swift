package import Parallel
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
    /// Of each piece of the file: whether an odd number of quotes stands before it.
    private(set) var oddQuotes: [Bool] = []

    /// The file begins with the byte-order mark of UTF-8 or UTF-16.
    var hasByteOrderMark: Bool {
        [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].contains { start.starts(with: $0) }
    }

    static let chunkSize = 1 << 20

    /// Of no bytes at all.
    init() {}

    init(path: String, pieces: FilePieces = .standard) throws(StorageError) {
        let file = try InputFile(path: path)
        let found = pieces.parallel.map(pieces.count(file.size)) { index -> BytePiece? in
            try? BytePiece(file, pieces.range(index, of: file.size))
        }
        var isOdd = false
        for (index, piece) in found.enumerated() {
            guard let piece else {
                // What went wrong is said by reading it again.
                _ = try file.read(at: pieces.range(index, of: file.size).lowerBound, count: pieces.size)
                throw StorageError(path: path, operation: "read", number: 0)
            }
            oddQuotes.append(isOdd)
            if piece.hasOddQuotes { isOdd.toggle() }
            wellFormed += piece.wellFormed
            illFormed += piece.illFormed
            firstIllFormed = firstIllFormed ?? piece.firstIllFormed
            firstZero = firstZero ?? piece.firstZero
            size += piece.size
        }
        let head = try file.read(at: 0, count: min(size, 65_536))
        start = Array(head.prefix(8))
        guard let firstZero, firstZero < head.count else { return }
        for index in head.indices where head[index] == 0 {
            if index & 1 == 0 { evenZeros += 1 } else { oddZeros += 1 }
        }
    }
}

/// A file divided into parts of one size, which are worked on at the same time.
///
/// Neither the size nor the number of workers shows in what is read.
package struct FilePieces: Sendable, Hashable {
    /// Bytes of a part, at least 1.
    let size: Int
    let parallel: Parallel

    /// - Parameters:
    ///   - size: a part, with what is made of it, should fit in the cache of a core.
    package init(size: Int, parallel: Parallel = .machine) {
        self.size = max(1, size)
        self.parallel = parallel
    }

    package static let standard = FilePieces(size: 512 << 10)

    /// Parts of a file of that size.
    func count(_ fileSize: Int) -> Int { (fileSize + size - 1) / size }

    func range(_ index: Int, of fileSize: Int) -> Range<Int> { index * size..<min(fileSize, (index + 1) * size) }
}
