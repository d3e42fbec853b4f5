import Foundation
import Testing

/// The real program is killed at random moments: over its whole length, and from the moment at which it begins to write.
/// `THROUGHLINE_KILLS` says how often; `Tests/Faults/kill-loop.sh` does it 200 times.
@Suite("Killed at any moment, the old site or the new one stands, and the next run completes it")
struct KillLoopTests {
    private static let foreign: [String: [UInt8]] = [
        "letter.docx": Array("mine".utf8), "departments/mine.txt": Array("mine too".utf8),
    ]

    private enum Kind: CaseIterable { case build, publishOver, publishFirst }

    @Test("builds, publications over a site, and first publications")
    func kills() throws {
        let asked = ProcessInfo.processInfo.environment["THROUGHLINE_KILLS"].flatMap { Int($0) } ?? 24
        let site = try FaultSite()
        var dice = SplitMix(state: 20_260_410)
        let start = ContinuousClock.now
        try #require(try Program.run(["build", "--output", "measured"], in: site.folder.path).status == 0)
        let length = ContinuousClock.now - start
        // The same content after a first publication, with its memory.
        let published = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: "\(site.folder.path)/content", toPath: "\(published.path)/content")
        let first = ["publish", "share", "--content", "\(published.path)/content"]
        try #require(try Program.run(first, in: site.folder.path).status == 0)
        var (whileWriting, ended, half) = (0, 0, 0)
        for trial in 0..<asked {
            let kind = Kind.allCases[trial % Kind.allCases.count]
            let desk = try TemporaryFolder()
            let content = kind == .publishOver ? published : site.folder
            try FileManager.default.copyItem(atPath: "\(content.path)/content", toPath: "\(desk.path)/content")
            if kind != .build {
                try FileManager.default.copyItem(atPath: "\(site.folder.path)/public", toPath: "\(desk.path)/public")
            }
            let place = kind == .build ? "public" : "share"
            let arguments = kind == .build ? ["build"] : ["publish", "share", "--adopt"]
            if kind != .publishFirst { try site.layOld("\(desk.path)/\(place)") }
            for (path, bytes) in Self.foreign { try desk.write("\(place)/\(path)", bytes: bytes) }

            let run = try Program.Running(Program.path, arguments, in: desk.path)
            let lock = "\(desk.path)/\(place)/.throughline-lock"
            if trial / Kind.allCases.count % 2 == 0 {
                while run.isRunning, unsafe access(lock, F_OK) != 0 { usleep(50) }
                usleep(UInt32(dice.next() % 12_000))
            } else {
                let microseconds = Double(dice.next() % 1_100_000) * length.seconds
                usleep(UInt32(microseconds))
            }
            run.signal(SIGKILL)
            if try run.end().status != SIGKILL { ended += 1 }
            if unsafe access(lock, F_OK) == 0 { whileWriting += 1 }

            let faults = try site.faults(
                "\(desk.path)/\(place)", foreign: Self.foreign, overOld: kind != .publishFirst)
            #expect(faults == [], "trial \(trial), \(kind)")
            if !faults.isEmpty { half += 1 }
            let next = try Program.run(arguments, in: desk.path)
            #expect(next.status == 0, "trial \(trial), \(kind): \(next.errors)")
            let after = try desk.files(below: place)
            #expect(after == site.new.merging(Self.foreign) { $1 }, "trial \(trial), \(kind)")
            let kept = try desk.files(below: "content/.throughline").keys
            #expect(
                kept.allSatisfy { $0 == "was-published" || $0.hasPrefix("published/") || $0.hasPrefix("cache/") },
                "trial \(trial): \(kept)")
        }
        #expect(whileWriting > 0, "no kill met the program while it wrote")
        print(
            "Kill loop: \(asked) trials, \(whileWriting) killed while writing, \(ended) had ended before, \(half) half sites"
        )
    }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
