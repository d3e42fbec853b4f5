import Diagnostics
import Report

/// Reads the memory of what was published. Missing or damaged parts are errors: without them nobody can say which changes
/// would single somebody out.
func readMemory(
    _ files: [MemoryFile], folder: String, wasPublished: Bool, hash: KeyedHash
) -> Outcome<PublicationMemory> {
    var memory = PublicationMemory()
    var diagnostics: [Diagnostic] = []
    func problem(_ code: String, _ file: String, _ message: String, _ remedy: String) {
        diagnostics.append(
            .error(code, at: SourceLocation(file: "\(folder)/\(file)"), message, remedy: remedy))
    }
    let restore = "restore the folder `\(folder)` from a backup or from version control"
    guard let index = files.first(where: { $0.name == MemoryForm.index }) else {
        if wasPublished || !files.isEmpty {
            problem(
                "memory-missing", MemoryForm.index,
                "the site was published, but what was published is not remembered here",
                restore)
        }
        return Outcome(memory, diagnostics)
    }
    guard let lines = unsealed(index.bytes) else {
        problem("memory-damaged", index.name, "the memory of what was published is damaged", restore)
        return Outcome(memory, diagnostics)
    }
    var keyAgrees = false
    for line in lines {
        let words = line.split(separator: " ")
        if words.first == "key" { keyAgrees = words.last.map(String.init) == MemoryForm.keyCheck(hash) }
        guard words.first == "file", words.count == 3 else { continue }
        let name = String(words[1])
        guard let file = files.first(where: { $0.name == name }) else {
            problem("memory-missing", name, "this part of the memory of what was published is missing", restore)
            continue
        }
        guard MemoryForm.check(file.bytes) == words[2], let content = unsealed(file.bytes),
            read(content, name, into: &memory)
        else {
            problem("memory-damaged", name, "this part of the memory of what was published is damaged", restore)
            continue
        }
    }
    if !keyAgrees {
        problem(
            "memory-key", MemoryForm.index,
            "the site was published with another `confidentiality: key`, so what was published cannot be compared",
            "put the earlier key back into site.yml")
    }
    return Outcome(memory, diagnostics)
}

/// The lines between the first and the last, if both are what they must be.
private func unsealed(_ bytes: [UInt8]) -> [Substring]? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    guard lines.count >= 2, lines[0] == MemoryForm.magic, let last = lines.last, last.hasPrefix("end ") else {
        return nil
    }
    let body = bytes.dropLast(last.utf8.count + 1)
    guard last.dropFirst(4) == MemoryForm.check(Array(body)) else { return nil }
    return Array(lines[1..<(lines.count - 1)])
}

private func read(_ lines: [Substring], _ name: String, into memory: inout PublicationMemory) -> Bool {
    if name == MemoryForm.comments {
        for line in lines {
            let words = line.split(separator: " ")
            guard words.count >= 3, words[0] == "comments", let wave = MemoryForm.decoded(words[1]),
                let side = Side(rawValue: String(words[2]))
            else { return false }
            let marks = words.dropFirst(3).compactMap { UInt64($0, radix: 16) }
            guard marks.count == words.count - 3 else { return false }
            memory.comments[CommentPlace(wave: WaveID(wave), side: side)] = Set(marks)
        }
        return true
    }
    guard let side = readSide(lines) else { return false }
    memory.sides.append(side)
    return true
}

private func readSide(_ lines: [Substring]) -> PublishedSide? {
    var wave: WaveID?
    var side: Side?
    var questions: [PublishedQuestion] = []
    for line in lines {
        let words = line.split(separator: " ")
        let last = questions.count - 1
        switch words.first {
        case "wave" where words.count == 2: wave = MemoryForm.decoded(words[1]).map { WaveID($0) }
        case "side" where words.count == 2: side = Side(rawValue: String(words[1]))
        case "question":
            guard words.count == 3, let id = MemoryForm.decoded(words[1]), let points = Int(words[2]),
                (2...255).contains(points)
            else { return nil }
            questions.append(PublishedQuestion(question: QuestionID(id), points: points, generations: []))
        case "generation":
            guard last >= 0 else { return nil }
            questions[last].generations.append(Generation(nodes: [], unanswered: [], hidden: []))
        case "none", "hidden", "node":
            guard last >= 0, !questions[last].generations.isEmpty else { return nil }
            let newest = questions[last].generations.count - 1
            if words[0] == "node" {
                guard let node = readNode(words, points: questions[last].points) else { return nil }
                questions[last].generations[newest].nodes.append(node)
                continue
            }
            let names = words.dropFirst().compactMap(readName)
            guard names.count == words.count - 1 else { return nil }
            if words[0] == "none" {
                questions[last].generations[newest].unanswered = names
            } else {
                questions[last].generations[newest].hidden = names
            }
        default: return nil
        }
    }
    guard let wave, let side else { return nil }
    return PublishedSide(wave: wave, side: side, questions: questions)
}

private func readName(_ word: Substring) -> NodeName? {
    let parts = word.split(separator: "/").compactMap { MemoryForm.decoded($0) }
    guard let unit = parts.first, parts.count <= 2 else { return nil }
    return NodeName(DepartmentID(unit), customer: parts.count == 2 ? DepartmentID(parts[1]) : nil)
}

private func readNode(_ words: [Substring], points: Int) -> PublishedNode? {
    func numbers(_ word: Substring) -> [Int]? {
        let list = word.split(separator: ",").compactMap { Int($0) }
        return list.count == points && list.allSatisfy { (0...1_000_000_000_000_000).contains($0) } ? list : nil
    }
    guard words.count >= 7, let name = readName(words[1]), let people = Int(words[3]), people >= 0,
        let histogram = numbers(words[4]), let atomPeople = Int(words[5]), atomPeople >= 0,
        let atomHistogram = numbers(words[6])
    else { return nil }
    var parent: NodeName?
    if words[2] != "-" {
        guard let read = readName(words[2]) else { return nil }
        parent = read
    }
    var entries: [(mark: UInt64, count: Int)] = []
    for word in words.dropFirst(7) {
        let parts = word.split(separator: "x")
        guard let mark = parts.first.flatMap({ UInt64($0, radix: 16) }), parts.count <= 2 else { return nil }
        let count = parts.count == 2 ? Int(parts[1]) : 1
        guard let count, (1...1_000_000_000_000_000).contains(count) else { return nil }
        entries.append((mark, count))
    }
    return PublishedNode(
        name: name, parent: parent, histogram: histogram, people: people, atomHistogram: atomHistogram,
        atomPeople: atomPeople, marks: Marks(entries))
}
