import Report

/// Form of the memory of publications: text, one file a side and wave, one for comments, and an index with a check of each.
enum MemoryForm {
    static let magic = "throughline-published 1"
    static let index = "index"
    static let comments = "comments"

    static func fileName(_ wave: WaveID, _ side: Side) -> String { "\(encoded(wave.text)).\(side.rawValue)" }

    /// A word without blanks: bytes other than letters, digits and a few signs as `%XX`.
    static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x2A:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "%" + hex(UInt64(byte), 2)
            }
        }
        return result
    }

    static func decoded(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == 0x25 else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    static func hex(_ value: UInt64, _ width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// A check against damage, not against malice.
    static func check(_ bytes: [UInt8]) -> String { hex(sipHash(bytes, 0, 0), 16) }

    /// The check of the site's key: a memory made with another key cannot be compared.
    static func keyCheck(_ hash: KeyedHash) -> String { hex(hash(0x6B65_7900, 0x6368_6563_6B00), 16) }

    static func name(_ name: NodeName) -> String {
        encoded(name.unit.text) + (name.customer.map { "/" + encoded($0.text) } ?? "")
    }
}

/// The files of a memory, in the order of their names.
func writeMemory(_ memory: PublicationMemory, hash: KeyedHash) -> [MemoryFile] {
    var files = memory.sides.map { MemoryFile(name: MemoryForm.fileName($0.wave, $0.side), bytes: sideFile($0)) }
    if !memory.comments.isEmpty {
        files.append(MemoryFile(name: MemoryForm.comments, bytes: commentFile(memory.comments)))
    }
    files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var index = [MemoryForm.magic, "key \(MemoryForm.keyCheck(hash))"]
    index += files.map { "file \($0.name) \(MemoryForm.check($0.bytes))" }
    return files + [MemoryFile(name: MemoryForm.index, bytes: sealed(index))]
}

private func sealed(_ lines: [String]) -> [UInt8] {
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    return bytes + Array("end \(MemoryForm.check(bytes))\n".utf8)
}

private func sideFile(_ side: PublishedSide) -> [UInt8] {
    var lines = [MemoryForm.magic, "wave \(MemoryForm.encoded(side.wave.text))", "side \(side.side.rawValue)"]
    for question in side.questions.sorted(by: { $0.question < $1.question }) {
        lines.append("question \(MemoryForm.encoded(question.question.text)) \(question.points)")
        for generation in question.generations {
            lines.append("generation")
            for (word, names) in [("none", generation.unanswered), ("hidden", generation.hidden)] where !names.isEmpty {
                lines.append(([word] + names.sorted().map(MemoryForm.name)).joined(separator: " "))
            }
            lines += generation.nodes.map(nodeLine)
        }
    }
    return sealed(lines)
}

private func nodeLine(_ node: PublishedNode) -> String {
    func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }
    var words = [
        "node", MemoryForm.name(node.name), node.parent.map(MemoryForm.name) ?? "-", String(node.people),
        list(node.histogram), String(node.atomPeople), list(node.atomHistogram),
    ]
    for (value, count) in zip(node.marks.values, node.marks.counts) {
        words.append(MemoryForm.hex(value, 12) + (count == 1 ? "" : "x\(count)"))
    }
    return words.joined(separator: " ")
}

private func commentFile(_ comments: [CommentPlace: Set<UInt64>]) -> [UInt8] {
    var lines = [MemoryForm.magic]
    for place in comments.keys.sorted() {
        let marks = (comments[place] ?? []).sorted().map { MemoryForm.hex($0, 16) }
        lines.append(
            (["comments", MemoryForm.encoded(place.wave.text), place.side.rawValue] + marks).joined(separator: " "))
    }
    return sealed(lines)
}
