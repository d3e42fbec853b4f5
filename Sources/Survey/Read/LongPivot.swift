import Report

/// Puts the rows of a long file together: those of one instance become one record, with the file's own columns first
/// and a column for each question behind them.
///
/// It holds the whole file, so it is for help-desk assessments, not for millions.
struct LongPivot {
    /// Where things stand in the file.
    struct Parts: Sendable, Hashable {
        var instance: Int
        var question: Int
        /// In the order of preference: words before numbers.
        var answers: [Int]
        /// Says of a question whether high or low is better.
        var direction: Int?
    }

    /// Questions in the order in which they first appear, and those that are better the lower the answer.
    struct Questions: Sendable, Hashable {
        var names: [String] = []
        var lowerIsBetter: Set<String> = []
        /// Questions that are kept: a column too many is a file that is not long after all.
        static let most = 5000

        mutating func observe(_ batch: RecordBatch, _ parts: Parts, seen: inout Set<String>) {
            for record in 0..<batch.count {
                let name = HeaderText.clean(batch.text(record, parts.question))
                if !name.isEmpty, seen.count < Questions.most, seen.insert(name).inserted { names.append(name) }
                guard let direction = parts.direction else { continue }
                if batch.text(record, direction).lowercased().hasPrefix("low") { lowerIsBetter.insert(name) }
            }
        }
    }

    private struct Response {
        let line: Int
        var own: [[UInt8]]
        var answers: [Int: [UInt8]]
    }

    private let parts: Parts
    private let width: Int
    private let places: [String: Int]
    private let count: Int
    private var responses: [Response] = []
    private var index: [[UInt8]: Int] = [:]
    private var cachedNames: [[UInt8]: Int] = [:]

    init(_ parts: Parts, width: Int, questions: [String]) {
        self.parts = parts
        self.width = width
        count = questions.count
        places = Dictionary(questions.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Takes a row in; false if it cannot be part of a response: it has no instance, or not the header's cells.
    mutating func observe(_ batch: RecordBatch, _ record: Int) -> Bool {
        let instance = Array(Blanks.trimmed(batch.cell(record, parts.instance)))
        guard !instance.isEmpty, batch.width(record) >= width else { return false }
        let response: Int
        if let known = index[instance] {
            response = known
            for column in 0..<width where Blanks.areAll(responses[known].own[column][...]) {
                responses[known].own[column] = Array(batch.cell(record, column))
            }
        } else {
            response = responses.count
            index[instance] = response
            let own = (0..<width).map { Array(batch.cell(record, $0)) }
            responses.append(Response(line: batch.lines[record], own: own, answers: [:]))
        }
        let name = Array(batch.cell(record, parts.question))
        let question = cachedNames[name] ?? places[HeaderText.clean(String(decoding: name, as: UTF8.self))] ?? -1
        cachedNames[name] = question
        guard question >= 0 else { return true }
        for answer in parts.answers where !Blanks.areAll(batch.cell(record, answer)) {
            responses[response].answers[question] = Array(batch.cell(record, answer))
            break
        }
        return true
    }

    /// Bytes from which on responses go to the next batch.
    private static let batchSize = 16 << 20

    /// The responses, in the order of their first rows.
    func batches() -> [RecordBatch] {
        var batches: [RecordBatch] = []
        var batch = RecordBatch()
        for response in responses {
            for cell in response.own {
                batch.append(contentsOf: cell)
                batch.endCell()
            }
            for question in 0..<count {
                batch.append(contentsOf: response.answers[question] ?? [])
                batch.endCell()
            }
            batch.endRecord(line: response.line)
            if batch.bytes.count >= Self.batchSize {
                batches.append(batch)
                batch = RecordBatch()
            }
        }
        return batches + [batch]
    }
}
