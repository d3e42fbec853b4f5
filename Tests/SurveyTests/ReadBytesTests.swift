import Diagnostics
import Report
import Testing

@testable import Survey

private func bytes(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1252, .macRoman:
        let table = encoding == .macRoman ? SingleByteTables.macRoman : SingleByteTables.windows1252
        return text.unicodeScalars.map { scalar in
            scalar.isASCII ? UInt8(scalar.value) : UInt8(0x80 + (table.firstIndex(of: UInt16(scalar.value)) ?? 0))
        }
    }
}

@Suite struct ReadBytesTests {
    @Test func tablesAreWhole() {
        // Spot values of the published tables: € ’ é Ÿ, and é NBSP ’ ˇ.
        #expect(SingleByteTables.windows1252.count == 128)
        #expect(SingleByteTables.macRoman.count == 128)
        #expect(
            [0x80, 0x92, 0xE9, 0x9F].map { SingleByteTables.windows1252[$0 - 0x80] } == [0x20AC, 0x2019, 0xE9, 0x178])
        #expect([0x8E, 0xCA, 0xD5, 0xFF].map { SingleByteTables.macRoman[$0 - 0x80] } == [0xE9, 0xA0, 0x2019, 0x2C7])
        #expect(Set(SingleByteTables.macRoman).count == 128)
        #expect(Set(SingleByteTables.windows1252).count == 128)
    }

    @Test(arguments: TextEncoding.allCases)
    func decodesInAnyPieces(_ encoding: TextEncoding) {
        let text = "Größe,naïve café\r\n\u{2019}ok\u{201D}\n"
        let all = bytes(text, encoding)
        for size in 1...9 {
            var decoder = TextDecoder(encoding)
            var out: [UInt8] = []
            for start in stride(from: 0, to: all.count, by: size) {
                let end = min(all.count, start + size)
                out += decoder.decode(Array(all[start..<end]), isLast: end == all.count)
            }
            #expect(String(decoding: out, as: UTF8.self) == text)
        }
    }

    @Test func surrogatesAndHalvesOfThem() {
        var decoder = TextDecoder(.utf16LittleEndian)
        let pair = bytes("😀", .utf16LittleEndian)
        #expect(decoder.decode(Array(pair[..<3]), isLast: false).isEmpty)
        #expect(String(decoding: decoder.decode([pair[3]], isLast: true), as: UTF8.self) == "😀")
        decoder = TextDecoder(.utf16BigEndian)
        let lone: [UInt8] = [0xDC, 0x00, 0x00, 0x61, 0xD8, 0x3D]
        #expect(String(decoding: decoder.decode(lone, isLast: true), as: UTF8.self) == "\u{FFFD}a\u{FFFD}")
    }

    @Test func illFormedPartsAreReplacedAsTheStandardSays() {
        // The Unicode Standard, section 3.9: table 3-11 has one U+FFFD for each maximal part.
        let cases: [([UInt8], Int)] = [
            ([0xC0, 0xAF], 2), ([0xE0, 0x80, 0xAF], 3), ([0xED, 0xA0, 0x80], 3), ([0xF4, 0x91, 0x92, 0x93], 4),
            ([0xE1, 0x80, 0xE2, 0xF0], 3),
            ([0xF0, 0x91, 0x92], 1),
        ]
        for (part, marks) in cases {
            let (text, rest) = UTF8Check.repair([0x61] + part + [0x41], isLast: true)
            #expect(rest.isEmpty)
            #expect(String(decoding: text, as: UTF8.self) == "a" + String(repeating: "\u{FFFD}", count: marks) + "A")
        }
    }

    @Test func repairAgreesWithTheLibraryOnAnyBytes() {
        var numbers = SeededNumbers(3)
        for _ in 0..<2000 {
            let some = (0..<Int.random(in: 0...12, using: &numbers)).map { _ in
                UInt8.random(in: 0...255, using: &numbers) | (Bool.random(using: &numbers) ? 0x80 : 0)
            }
            let repaired = UTF8Check.repair(some, isLast: true).text
            #expect(repaired == Array(String(decoding: some, as: UTF8.self).utf8))
        }
    }

    private static let german =
        "Id;Startzeit;Wie zufrieden sind Sie mit unserer Größe?\n1;x;Sehr zufrieden. Danke für alles\n2;y;Überhaupt nicht – schön wär’s\n"
    private static let english = "Respondent,How’s the service?\n1,It’s fine – they don’t wait\n2,“Good”\n"
    private static let french =
        "Id,Êtes-vous satisfait du délai?\n1,Très satisfait; déjà réglé à l’école\n2,Plutôt insatisfait\n"
    private static let spanish =
        "Id,¿Está satisfecho con la atención?\n1,Muy satisfecho; año difícil\n2,Así así; mañana será\n"

    @Test(arguments: TextEncoding.allCases, [german, english, french, spanish])
    func finds(_ encoding: TextEncoding, _ text: String) throws {
        let read = try ReadFile(bytes(text, encoding))
        #expect(read.layout.encoding == encoding)
        #expect(read.found.isEmpty)
        let plain = try ReadFile(bytes(text, .utf8))
        #expect(read.rows == plain.rows)
        #expect(read.names == plain.names)
    }

    @Test func wideFilesWithMarks() throws {
        for (mark, encoding) in [([0xFF, 0xFE], TextEncoding.utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian)]
            as [([UInt8], TextEncoding)]
        {
            let read = try ReadFile(mark + bytes("a\tb\n1\té\n", encoding))
            #expect(read.layout.encoding == encoding)
            #expect(read.layout.hasByteOrderMark)
            #expect(read.names == ["a", "b"])
            #expect(read.rows == [["1", "é"]])
            #expect(read.found.isEmpty)
        }
    }

    @Test func aByteFarBehindDecides() throws {
        var text = "a,b\n"
        for row in 0..<150_000 { text += "\(row),plain\n" }
        let read = try ReadFile(Array(text.utf8) + Array("7,caf".utf8) + [0xE9, 0x0A])
        #expect(read.layout.encoding == .windows1252)
        #expect(read.rows.last == ["7", "café"])
        #expect(read.rows.count == 150_001)
    }

    @Test func declaredEncodingIsBelieved() throws {
        let read = try ReadFile(Array("a,b\n1,caf".utf8) + [0x8E, 0x0A], LayoutHints(encoding: .windows1252))
        #expect(read.rows == [["1", "cafŽ"]])
    }

    @Test func damageIsLocated() throws {
        let many = String(repeating: "é", count: 20)
        let read = try ReadFile(Array("a,b\n\(many),x\r\n1,".utf8) + [0xE9] + Array("y\n".utf8))
        #expect(read.layout.encoding == .utf8)
        #expect(read.codes == ["damaged-text 3:3"])
        #expect(read.rows.last == ["1", "\u{FFFD}y"])
        let zero = try ReadFile(Array("a,b\r\n1,x".utf8) + [0] + Array("y\n".utf8))
        #expect(zero.codes == ["nul-byte 2:4"])
    }

    @Test(
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04, 0x14], "not-csv"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "not-csv"),
            ([], "empty-file"),
            ([0xEF, 0xBB, 0xBF], "empty-file"), (Array("\n , \n".utf8), "empty-file"),
            (Array("<!DOCTYPE html>".utf8), "not-csv"),
        ] as [([UInt8], String)])
    func refuses(_ bytes: [UInt8], _ code: String) throws {
        try withSurveyFile(bytes) { path in
            let opened = SurveyFile.open(path: path, displayPath: "survey.csv")
            #expect(opened.value == nil)
            #expect(opened.diagnostics.map(\.code) == [code])
            #expect(opened.hasErrors)
        }
    }

    @Test func aMissingFileIsAnError() {
        let opened = SurveyFile.open(path: "/nowhere/at/all.csv", displayPath: "all.csv")
        #expect(opened.value == nil)
        #expect(opened.diagnostics.map(\.code) == ["unreadable-file"])
        #expect(SurveyFile.open(path: "/", displayPath: "/").diagnostics.map(\.code) == ["unreadable-file"])
    }

    @Test func blanks() {
        func trimmed(_ text: String) -> String {
            String(decoding: Blanks.trimmed(Array(text.utf8)[...]), as: UTF8.self)
        }
        #expect(trimmed("\u{FEFF} \u{A0}a\u{A0}b\t\u{202F}\u{200B}\u{FEFF}\r\n") == "a\u{A0}b")
        #expect(trimmed("\u{A0}") == "")
        #expect(trimmed("é") == "é")
        #expect(trimmed("à") == "à")
        #expect(trimmed("…") == "…")
    }
}
