import Foundation

// usage: bench PROGRAM [--runs N] [--rows N] [--many-rows N] [--notes N] [--results FILE]
//
// Run in the folder of this package. Inputs are kept in .work, which may be deleted.

func number(_ option: String, _ standard: Int) -> Int {
    let arguments = CommandLine.arguments
    guard let place = arguments.firstIndex(of: option), place + 1 < arguments.count else { return standard }
    return Int(arguments[place + 1]) ?? standard
}

func machine(_ peers: Peers, _ scratch: String) -> [String] {
    var found = ["\(ProcessInfo.processInfo.activeProcessorCount) cores"]
    if let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
        let model = text.split(separator: "\n").first(where: { $0.hasPrefix("model name") })?.split(separator: ":").last
    {
        found.append(model.trimmingCharacters(in: .whitespaces))
    }
    found.append(ProcessInfo.processInfo.operatingSystemVersionString)
    if let swift = try? Command("swift", ["--version"]).run(scratch: scratch),
        let line = (swift.output + swift.errors).split(separator: "\n").first(where: { $0.contains("Swift version") })
    {
        found.append(String(line))
    }
    return found + peers.versions
}

do {
    guard CommandLine.arguments.count > 1 else { throw Failure(what: "usage: bench PROGRAM [--runs N] [--rows N]") }
    let folder = FileManager.default.currentDirectoryPath
    let work = folder + "/.work"
    try FileManager.default.createDirectory(atPath: work + "/scratch", withIntermediateDirectories: true)
    let scratch = work + "/scratch"
    let peers = Peers(folder: folder, scratch: scratch)
    let missing = peers.missing
    if !missing.isEmpty { print("not there, so not compared: \(missing.joined(separator: ", ")) (make bench-peers)") }
    var size = Measure.Size()
    size.rows = number("--rows", size.rows)
    size.manyRows = number("--many-rows", size.rows * 10)
    size.notes = number("--notes", size.notes)
    let measure = Measure(
        program: Program(path: CommandLine.arguments[1], scratch: scratch), peers: peers, work: work,
        runs: max(1, number("--runs", 5)), size: size)
    let responses = try measure.responses()
    let notes = try measure.notes()
    let results = Results(
        machine: machine(peers, scratch), runs: measure.runs, responses: responses, growth: try measure.growth(),
        departments: try measure.departments(), notes: notes, noteGrowth: try measure.noteGrowth())
    print(results.text)
    let place = CommandLine.arguments.firstIndex(of: "--results").map { CommandLine.arguments[$0 + 1] }
    try results.text.write(toFile: place ?? folder + "/RESULTS.md", atomically: true, encoding: .utf8)
} catch {
    FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
    exit(1)
}
