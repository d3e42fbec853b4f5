import Content

/// The one place that knows the template engine: templates in, pages out.
///
/// A value knows how it is printed, so `{{x}}` and `{{{x}}}` print the same, and no template can print text unescaped.
struct MustacheSeam: Sendable {
    private var programs: [String: MustacheProgram] = [:]
    /// The same for partials that are indented.
    private var indented: [String: MustacheProgram] = [:]

    /// A filled template.
    struct Filled: Sendable {
        let bytes: [UInt8]
        /// Names that neither the record nor the strings could answer.
        let unknown: [String]
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// Adds a checked template. A tag alone on its first line leaves its line end on the page.
    /// - Returns: what the engine has against it, nil if nothing.
    mutating func register(_ text: String, as name: String, firstLineStands: Bool = false) -> String? {
        do throws(MustacheProgram.Problem) {
            programs[name] = try MustacheProgram(text, firstLineStands: firstLineStands)
            indented[name] = try MustacheProgram(text, firstLineStands: firstLineStands, marksLines: true)
            return nil
        } catch {
            return error.message
        }
    }

    /// The template filled with a record.
    func render(_ name: String, _ root: [String: TemplateValue], words: any TemplateWords) -> Filled {
        render(name, [root], words: words)
    }

    /// The template filled with several records, of which the first that has a name answers for it.
    func render(_ name: String, _ root: [[String: TemplateValue]], words: any TemplateWords) -> Filled {
        var run = MustacheRun(seam: self, root: root, words: words)
        run.partial(name, indent: [])
        // A copy of the right size: the room that a page grows in would be kept with it.
        return Filled(
            bytes: run.output.fitted, unknown: run.misses.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    fileprivate func program(_ name: String, isIndented: Bool) -> MustacheProgram? {
        isIndented ? indented[name] : programs[name]
    }
}

/// What answers `{{t.key}}`.
protocol TemplateWords: Sendable {
    func word(_ key: String) -> String?
}

/// A template being filled.
private struct MustacheRun {
    let seam: MustacheSeam
    /// The page's own records: the last to be asked for a name.
    let root: [[String: TemplateValue]]
    let words: any TemplateWords
    var output: [UInt8] = []
    var misses: Set<String> = []
    /// The sections around, the innermost last.
    private var around: [TemplateValue] = []
    private var indent: [UInt8] = []

    init(seam: MustacheSeam, root: [[String: TemplateValue]], words: any TemplateWords) {
        self.seam = seam
        self.root = root
        self.words = words
        output.reserveCapacity(16_384)
    }

    mutating func partial(_ name: String, indent more: [UInt8]) {
        let outer = indent
        indent += more
        if let program = seam.program(name, isIndented: !indent.isEmpty) {
            run(program.steps, 0..<program.steps.count)
        }
        indent = outer
    }

    private mutating func run(_ steps: [MustacheProgram.Step], _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            switch steps[index] {
            case .text(let text): output.append(contentsOf: text)
            case .value(let name): print(value(name))
            case .lineStart: output.append(contentsOf: indent)
            case .partial(let name, let more): partial(name, indent: more)
            case .inverted(let name, let end):
                if !value(name).isPresent { run(steps, (index + 1)..<end) }
                index = end
                continue
            case .section(let name, let end):
                let value = value(name)
                if case .list(let elements) = value {
                    for element in elements { run(steps, (index + 1)..<end, within: element) }
                } else if value.isPresent {
                    run(steps, (index + 1)..<end, within: value)
                }
                index = end
                continue
            }
            index += 1
        }
    }

    private mutating func run(
        _ steps: [MustacheProgram.Step], _ range: Range<Int>, within value: TemplateValue
    ) {
        around.append(value)
        run(steps, range)
        around.removeLast()
    }

    private mutating func print(_ value: TemplateValue) {
        switch value {
        case .text(let text): appendEscaped(text, to: &output)
        case .html(let html): output.append(contentsOf: html.bytes)
        case .flag, .list, .record, .nothing: break
        }
    }

    private mutating func value(_ name: MustacheName) -> TemplateValue {
        guard !name.parts.isEmpty else { return around.last ?? .nothing }
        var found: TemplateValue?
        var level = around.count
        while level > 0, found == nil {
            level -= 1
            if case .record(let record) = around[level] { found = record[name.first] }
        }
        if found == nil {
            if name.first == "t" { return word(name) }
            for record in root {
                found = record[name.first]
                if found != nil { break }
            }
        }
        guard var value = found else {
            misses.insert(name.first)
            return .nothing
        }
        for part in name.parts.dropFirst() {
            guard case .record(let record) = value, let inner = record[part] else { return .nothing }
            value = inner
        }
        return value
    }

    private mutating func word(_ name: MustacheName) -> TemplateValue {
        guard name.parts.count > 1 else { return .nothing }
        guard let word = words.word(name.parts[1]) else {
            misses.insert("t.\(name.parts[1])")
            return .nothing
        }
        return .text(word)
    }
}
