/// A Mustache template as a flat list of steps, made once and run for every page.
///
/// Everything of the language but lambdas and inheritance: variables, sections, inverted sections, comments, partials with
/// their indentation, other delimiters, dotted names and `.`; tags that stand alone on a line take the line with them.
struct MustacheProgram: Sendable {
    enum Step: Sendable {
        case text([UInt8])
        case value(MustacheName)
        /// Repeats or skips the steps up to `end`.
        case section(MustacheName, end: Int)
        case inverted(MustacheName, end: Int)
        case partial(String, indent: [UInt8])
        /// Where a line of the template begins: an indented partial is indented here.
        case lineStart
    }
    private(set) var steps: [Step] = []

    /// What keeps a template from being read.
    struct Problem: Error, Hashable {
        let message: String
    }

    /// - Parameters:
    ///   - firstLineStands: false where a tag alone on the first line leaves its line end on the page.
    ///   - marksLines: true for a program with `lineStart`, which only an indented partial needs.
    init(_ template: String, firstLineStands: Bool = true, marksLines: Bool = false) throws(Problem) {
        var compiler = MustacheCompiler(
            bytes: Array(template.utf8), firstLineStands: firstLineStands, marksLines: marksLines)
        steps = try compiler.compile()
    }
}

/// A name in a tag: `name`, `outer.inner`, or `.` for the element itself, which has no parts.
struct MustacheName: Sendable, Hashable {
    let parts: [String]
    /// The first part, which is looked for in everything around.
    let first: String

    init(_ text: String) {
        parts = text == "." ? [] : text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        first = parts.first ?? ""
    }
}

/// Reads a template from front to back and writes its steps.
private struct MustacheCompiler {
    typealias Step = MustacheProgram.Step

    let bytes: [UInt8]
    let firstLineStands: Bool
    let marksLines: Bool
    private var steps: [Step] = []
    /// Open sections: their names, and the positions of their steps.
    private var open: [(name: String, step: Int)] = []
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    /// Where text begins that is not in a step yet.
    private var textStart = 0
    private var isLineStart = true

    init(bytes: [UInt8], firstLineStands: Bool, marksLines: Bool) {
        self.bytes = bytes
        self.firstLineStands = firstLineStands
        self.marksLines = marksLines
    }

    mutating func compile() throws(MustacheProgram.Problem) -> [Step] {
        while let start = find(opening, from: textStart) { try tag(at: start) }
        put(textStart..<bytes.count)
        if let last = open.last { throw MustacheProgram.Problem(message: "the section `\(last.name)` is not closed") }
        return steps
    }

    private mutating func tag(at start: Int) throws(MustacheProgram.Problem) {
        var inside = start + opening.count
        let sign = inside < bytes.count ? bytes[inside] : 0
        var end = closing
        if sign == UInt8(ascii: "{"), opening == Array("{{".utf8) { end = Array("}}}".utf8) }
        if sign == UInt8(ascii: "=") { end = [UInt8(ascii: "=")] + closing }
        let hasSign = "#^/>!{&=".utf8.contains(sign)
        if hasSign { inside += 1 }
        guard let stop = find(end, from: inside) else { throw MustacheProgram.Problem(message: "a tag is not closed") }
        let words = Self.words(bytes[inside..<stop])
        let tagEnd = stop + end.count
        let standsAlone = hasSign && sign != UInt8(ascii: "{") && sign != UInt8(ascii: "&")
        let line = standsAlone ? wholeLine(start, tagEnd) : nil
        put(textStart..<(line?.lowerBound ?? start))
        if line == nil, !"!=".utf8.contains(sign) { markLine() }
        textStart = line?.upperBound ?? tagEnd
        if line != nil { isLineStart = true }
        try write(sign, hasSign, words, indent: line.map { Array(bytes[$0.lowerBound..<start]) } ?? [])
    }

    private mutating func write(
        _ sign: UInt8, _ hasSign: Bool, _ words: [String], indent: [UInt8]
    ) throws(MustacheProgram.Problem) {
        if hasSign, sign == UInt8(ascii: "!") { return }
        if hasSign, sign == UInt8(ascii: "=") {
            guard words.count == 2 else { throw MustacheProgram.Problem(message: "two delimiters are needed") }
            (opening, closing) = (Array(words[0].utf8), Array(words[1].utf8))
            return
        }
        guard words.count == 1, let name = words.first else {
            throw MustacheProgram.Problem(message: "a tag needs one name")
        }
        switch hasSign ? sign : 0 {
        case UInt8(ascii: "#"):
            open.append((name, steps.count))
            steps.append(.section(MustacheName(name), end: 0))
        case UInt8(ascii: "^"):
            open.append((name, steps.count))
            steps.append(.inverted(MustacheName(name), end: 0))
        case UInt8(ascii: "/"):
            guard let last = open.popLast(), last.name == name else {
                throw MustacheProgram.Problem(message: "`\(name)` closes a section that is not open here")
            }
            if case .section(let name, _) = steps[last.step] {
                steps[last.step] = .section(name, end: steps.count)
            } else {
                steps[last.step] = .inverted(MustacheName(name), end: steps.count)
            }
        case UInt8(ascii: ">"): steps.append(.partial(name, indent: indent))
        default: steps.append(.value(MustacheName(name)))
        }
    }

    /// The line of a tag with its end, if there is nothing else in it.
    private func wholeLine(_ start: Int, _ end: Int) -> Range<Int>? {
        var first = start
        while first > textStart, Self.isBlank(bytes[first - 1]) { first -= 1 }
        guard first == 0 || bytes[first - 1] == 0x0A else { return nil }
        guard firstLineStands || first > 0 else { return nil }
        var last = end
        while last < bytes.count, Self.isBlank(bytes[last]) { last += 1 }
        if last == bytes.count { return first..<last }
        if bytes[last] == 0x0D, last + 1 < bytes.count, bytes[last + 1] == 0x0A { last += 1 }
        return bytes[last] == 0x0A ? first..<(last + 1) : nil
    }

    /// Writes text as it is, line by line where lines are marked.
    private mutating func put(_ range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound {
            markLine()
            var end = range.upperBound
            if marksLines, let next = bytes[start..<end].firstIndex(of: 0x0A) { end = next + 1 }
            steps.append(.text(Array(bytes[start..<end])))
            isLineStart = bytes[end - 1] == 0x0A
            start = end
        }
    }

    private mutating func markLine() {
        if marksLines, isLineStart { steps.append(.lineStart) }
        isLineStart = false
    }

    private func find(_ mark: [UInt8], from start: Int) -> Int? {
        guard let first = mark.first else { return nil }
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == first, bytes[index..<(index + mark.count)].elementsEqual(mark) { return index }
            index += 1
        }
        return nil
    }

    private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
        bytes.split { isBlank($0) || $0 == 0x0A || $0 == 0x0D }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
