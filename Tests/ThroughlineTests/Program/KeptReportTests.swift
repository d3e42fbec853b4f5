import ByteCoding
import Diagnostics
import Report
import Testing

@testable import Content
@testable import throughline

/// What is kept beside the notes comes from a disk too: a changed byte is seen, and where it is not, since somebody wrote
/// the right checksum over it, the bytes are read to a value or refused, and never end the program.
@Suite("Any bytes as a kept report, a record of a build, or a list of texts")
struct KeptReportTests {
    /// A site that was built, with what was kept of it.
    private struct Site {
        let folder: TemporaryFolder
        let cache: BuildCache

        init() throws {
            folder = try TemporaryFolder()
            for (name, bytes) in try TemporaryFolder.files(below: "\(Program.package)/Tests/Golden/clinic/content") {
                try folder.write("content/\(name)", bytes: bytes)
            }
            let run = try Program.run(["build"], in: folder.path)
            #expect(run.status == 0, "\(run.errors)")
            cache = BuildCache(content: "\(folder.path)/content")
        }

        func payload(_ part: BuildCache.Part) throws -> [UInt8] {
            let kept = try #require(cache.read(part))
            return Array(kept.bytes[kept.start...])
        }
    }

    /// Some thousand ways in which bytes may be others: cut, with other bits, with numbers as large or as small as
    /// numbers are.
    private static func damaged(_ bytes: [UInt8], _ count: Int, _ body: ([UInt8]) throws -> Void) rethrows {
        var numbers = Numbers(state: 5)
        let extremes = [Int.min, -1, .max, 1 << 40, bytes.count].map { number in
            var writer = ByteWriter()
            writer.put(number)
            return writer.bytes
        }
        for way in 0..<count {
            let place = numbers(bytes.count)
            var other = bytes
            switch way % 8 {
            case 0: other = Array(bytes[..<place])
            case 1, 2, 3: other = bytes[..<place] + extremes[numbers(extremes.count)] + bytes[(place + 1)...]
            default: other[place] ^= 1 << UInt8(numbers(8))
            }
            try body(other)
        }
    }

    private struct Numbers {
        var state: UInt64

        mutating func callAsFunction(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, below)
        }
    }

    private static func report(_ bytes: [UInt8]) -> Report? {
        var reader = ByteReader(bytes)
        guard let report = try? reader.report(), reader.isAtEnd else { return nil }
        return report
    }

    private static func bytes(_ report: Report) -> [UInt8] {
        var writer = ByteWriter()
        writer.put(report)
        return writer.bytes
    }

    @Test func aChangedByteOfAKeptReportIsSeen() throws {
        let site = try Site()
        let path = "content/.throughline/cache/report"
        let whole = try #require(try site.folder.files()[path])
        var reader = ByteReader(try site.payload(.report))
        let inputs = try reader.digest()
        let kept = try #require(KeptReport(site.cache, inputs: inputs))
        #expect(try kept.bytes == site.payload(.report))
        #expect(KeptReport(site.cache, inputs: ContentDigest(first: inputs.first, second: ~inputs.second)) == nil)
        for place in stride(from: 0, to: whole.count, by: 53) {
            var bytes = whole
            bytes[place] ^= 1 << UInt8(place % 8)
            try site.folder.write(path, bytes: bytes)
            #expect(KeptReport(site.cache, inputs: inputs) == nil, "a bit of byte \(place)")
            try site.folder.write(path, bytes: Array(whole[..<place]))
            #expect(KeptReport(site.cache, inputs: inputs) == nil, "cut at \(place)")
        }
        try site.folder.write(path, bytes: whole + [0])
        #expect(KeptReport(site.cache, inputs: inputs) == nil)
        try site.folder.write(path, bytes: whole)
        #expect(KeptReport(site.cache, inputs: inputs) != nil)
    }

    @Test func anyBytesAreAReportOrAreRefused() throws {
        var reader = ByteReader(try Site().payload(.report))
        _ = try reader.digest()
        _ = try reader.list { try $0.diagnostic() }
        let whole = Self.bytes(try reader.report())
        #expect(Self.report(whole).map(Self.bytes) == whole)
        var (read, refused) = (0, 0)
        Self.damaged(whole, 3000) { bytes in
            guard let report = Self.report(bytes) else {
                refused += 1
                return
            }
            read += 1
            guard read % 8 == 0 else { return }
            let again = Self.bytes(report)
            #expect(Self.report(again).map(Self.bytes) == again)
        }
        #expect(read > 100 && refused > 100, "\(read) read, \(refused) refused")
    }

    /// Numbers stand where they stand: as many as can be are each as small as a number is.
    @Test func theSmallestNumberInAnyPlaceIsReadOrRefused() throws {
        var reader = ByteReader(try Site().payload(.report))
        _ = try reader.digest()
        _ = try reader.list { try $0.diagnostic() }
        let report = try reader.report()
        var writer = ByteWriter()
        writer.put(Int.min)
        let smallest = writer.bytes
        for question in report.questions {
            writer = ByteWriter()
            writer.put(question)
            let bytes = writer.bytes
            let whole = Self.bytes(report)
            let start = try #require(whole.indices.first { whole[$0...].starts(with: bytes) })
            for place in start..<(start + bytes.count) {
                _ = Self.report(whole[..<place] + smallest + whole[(place + 1)...])
            }
        }
    }

    @Test func anyBytesAreARecordOrAreRefused() throws {
        let site = try Site()
        let whole = try site.payload(.site)
        func record(_ bytes: [UInt8]) -> BuildRecord? {
            var reader = ByteReader(bytes)
            return try? BuildRecord(&reader, key: site.cache.key)
        }
        #expect(record(whole)?.bytes.count == whole.count)
        Self.damaged(whole, 3000) { bytes in
            guard let record = record(bytes) else { return }
            #expect(record.count >= 0)
            _ = record.bytes
        }
    }

    @Test func anyBytesAreAListOfTextsOrAreRefused() throws {
        let site = try Site()
        let whole = try site.payload(.texts)
        var reader = ByteReader(whole)
        let version = try reader.digest()
        func texts() -> Int {
            TextCache(site.cache, version: version).texts([]).entries.values.count { $0.body() != nil }
        }
        #expect(texts() > 0)
        Self.damaged(whole, 600) { bytes in
            // Under the checksum of the bytes as they are now.
            site.cache.keep(.texts, bytes)
            _ = texts()
        }
        site.cache.keep(.texts, whole)
        #expect(texts() > 0)
    }

    /// Else it would be read, and found damaged, by every build that comes.
    @Test func aListOfWhichATextWasFoundDamagedIsTakenAway() throws {
        let site = try Site()
        var reader = ByteReader(try site.payload(.texts))
        let version = try reader.digest()
        for (name, bytes) in try site.folder.files() where name.contains("/cache/texts-") {
            try site.folder.write(name, bytes: bytes.map { $0 ^ 1 })
        }
        let texts = TextCache(site.cache, version: version)
        let entries = texts.texts([]).entries
        #expect(!entries.isEmpty)
        // Whoever asked for none knows nothing of it.
        TextCache(site.cache, version: version).keep([])
        #expect(site.cache.read(.texts) != nil)
        #expect(entries.values.allSatisfy { $0.body() == nil })
        texts.keep([])
        #expect(site.cache.read(.texts) == nil)
    }
}
