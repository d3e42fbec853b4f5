import Diagnostics
import Report

/// What each cell of the questions' columns says, by code, and how the questions were answered in the file.
struct AnswerTable: Sendable {
    /// A cell that says "not applicable", and one that the scale does not hold.
    static let notApplicable: UInt8 = 254
    static let unread: UInt8 = 253

    struct Count: Sendable {
        var answers = 0
        var notApplicable = 0
        var unread = 0

        mutating func add(_ point: UInt8, _ count: Int) {
            switch point {
            case Responses.noAnswer: break
            case AnswerTable.notApplicable: notApplicable += count
            case AnswerTable.unread: unread += count
            default: answers += count
            }
        }
    }

    /// By column of the binding: point by code, or one of the marks above, or `Responses.noAnswer`; empty for columns
    /// without answers.
    private(set) var points: [[[UInt8]]]
    private(set) var diagnostics: [Diagnostic] = []

    static func mark(_ answer: Answer) -> UInt8 {
        switch answer {
        case .point(let point): UInt8(clamping: point)
        case .notApplicable: notApplicable
        case .unread: unread
        case .empty: Responses.noAnswer
        }
    }

    /// Most unknown labels of a column that are reported one by one.
    private static let mostReported = 12

    init(_ binding: Binding, _ rows: EncodedRows) {
        points = binding.questions.map { _ in [[UInt8]](repeating: [], count: binding.columns.count) }
        for question in binding.questions.indices {
            let columns = Set(binding.targets.flatMap(\.answers).filter { $0.question == question }.map(\.column))
                .sorted()
            read(question, columns, binding, rows)
        }
    }

    private mutating func read(_ question: Int, _ columns: [Int], _ binding: Binding, _ rows: EncodedRows) {
        var labels: [Label] = []
        var places: [Label: Int] = [:]
        var label: [[Int]] = []
        for column in columns {
            let dictionary = rows.dictionaries[column]
            label.append(
                (0..<dictionary.count).map { code in
                    let label = Label(dictionary.cell(code))
                    if let place = places[label] { return place }
                    places[label] = labels.count
                    labels.append(label)
                    return labels.count - 1
                })
        }
        let mapped = binding.questions[question]
        let reading = AnswerReading(labels: labels, scale: binding.scales[question], measure: mapped.measure)
        for (column, labelOfCode) in zip(columns, label) {
            points[question][column] = labelOfCode.map { place in
                Self.mark(reading.answers[place])
            }
            report(question, column, binding, rows)
        }
        if reading.hasTooManyLabels, let column = columns.first {
            diagnostics.append(
                .error(
                    "too-many-labels",
                    at: binding.mapping.questions.first { $0.id == mapped.id }?.location ?? binding.mapping.location,
                    "the answers of column '\(binding.columns[column].name)' use more labels than a scale of \(mapped.scale.count) points has",
                    remedy: "declare them: `scale: { labels: [lowest, …, highest] }`"))
        }
    }

    /// Every label that could not be read, once for its column, with the number and first line of its cells.
    ///
    /// What it says is shown by `throughline inspect` alone.
    private mutating func report(_ question: Int, _ column: Int, _ binding: Binding, _ rows: EncodedRows) {
        let dictionary = rows.dictionaries[column]
        let unread = points[question][column].indices.filter { points[question][column][$0] == Self.unread }
        let name = binding.columns[column].name
        let remedy =
            "`throughline inspect \(binding.mapping.csvPath)` shows it; declare the scale's labels, or correct the export"
        for code in unread.prefix(Self.mostReported) {
            let count = dictionary.count(code)
            diagnostics.append(
                .warning(
                    "unknown-answer",
                    at: SourceLocation(file: binding.mapping.csvPath, line: dictionary.firstLine(code)),
                    "\(count) \(count == 1 ? "answer" : "answers") of column '\(name)' cannot be read on the scale of `\(binding.questions[question].id)`",
                    remedy: remedy))
        }
        if unread.count > Self.mostReported {
            let rest = unread.dropFirst(Self.mostReported)
            diagnostics.append(
                .warning(
                    "unknown-answer",
                    at: SourceLocation(
                        file: binding.mapping.csvPath, line: dictionary.firstLine(rest[rest.startIndex])),
                    "\(rest.count) more labels of column '\(name)' cannot be read (\(rest.reduce(0) { $0 + dictionary.count($1) }) answers)",
                    remedy: remedy))
        }
    }
}
