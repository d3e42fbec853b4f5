import ByteCoding
import Report

/// A report as bytes. Everything in it is released: it stands on pages or could.
extension ByteWriter {
    mutating func put(_ report: Report) {
        putCells(report)
        put(report.organisation.name)
        put(report.organisation.departments) { $0.put($1) }
        put(report.waves) { $0.put($1) }
        put(report.trees) { writer, tree in
            writer.put(tree.parents) { writer, parent in writer.put(parent) { $0.put($1) } }
            writer.put(tree.exists) { $0.put($1) }
        }
        put(report.questions) { $0.put($1) }
        put(report.headline.text)
        put(report.themes) { writer, theme in
            writer.put(theme.id.text)
            writer.put(theme.name)
        }
        put(report.confidentiality.external)
        put(report.confidentiality.internal)
        put(report.confidentiality.selfView)
        put(report.confidentiality.comments)
        put(report.asked) { writer, wave in writer.put(wave) { $0.put($1) } }
        put(report.links) { writer, link in
            writer.put(link.provider.text)
            writer.put(link.customer.text)
            writer.put(link.wave.text)
            writer.put(link.cell)
        }
        put(report.surveys) { $0.put($1) }
        put(report.rulebook)
        put(report.themeScores) { $0.put($1) }
        put(report.association)
        put(report.comments) { $0.put($1) }
        put(report.standards) { $0.put($1) }
        put(report.newestResponse) { $0.put($1) }
        put(report.remainders) { writer, remainder in
            writer.put(remainder.unit)
            writer.put(name: remainder.side)
            writer.put(remainder.wave)
            writer.put(remainder.question)
            writer.put(remainder.cell)
        }
    }

    /// All cells of the table, in its order.
    private mutating func putCells(_ report: Report) {
        let cells = report.cells
        put(cells.waveCount)
        put(cells.questionCount)
        put(cells.unitCount)
        for place in CellPlaces(cells) {
            put(cells[unit: place.unit, side: place.side, wave: place.wave, question: place.question])
        }
    }

    mutating func put(_ cell: Cell) {
        switch cell {
        case .none: put(0)
        case .suppressed: put(1)
        case .published(let cell):
            put(2)
            put(cell)
        }
    }

    mutating func put(_ cell: PublishedCell) {
        put(cell.histogram) { $0.put($1) }
        put(cell.figures) { writer, figure in
            writer.put(name: figure.statistic)
            writer.put(figure.estimate)
            writer.put(figure.change) { $0.put($1) }
            writer.put(figure.yearAgo) { $0.put($1) }
            writer.put(figure.comparisons) { $0.put($1) }
        }
    }

    mutating func put(_ estimate: Estimate) {
        put(estimate.value)
        put(estimate.low)
        put(estimate.high)
    }

    private mutating func put(_ difference: Difference) {
        switch difference.against {
        case .wave(let wave):
            put(0)
            put(wave.text)
        case .rest: put(1)
        case .external: put(2)
        case .internalCustomers: put(3)
        }
        put(difference.other)
        put(difference.estimate)
        put(difference.verdict) { $0.put(name: $1) }
    }

    /// A value by its name.
    mutating func put(name value: some RawRepresentable<String>) { put(value.rawValue) }

    mutating func put(_ date: CalendarDate) {
        put(date.year)
        put(date.month)
        put(date.day)
    }

    private mutating func put(_ score: ThemeScore) {
        put(score.theme.text)
        put(score.unit)
        put(name: score.side)
        put(score.wave)
        put(score.estimate)
        put(score.base)
        put(score.questions) { $0.put($1.text) }
        put(score.change) { $0.put($1) }
    }

    private mutating func put(_ association: Association) {
        switch association {
        case .cannotTell(let departments):
            put(0)
            put(departments)
        case .measured(let departments, let coefficient, let from, let to):
            put(1)
            put(departments)
            put(coefficient)
            put(from.text)
            put(to.text)
        }
    }

    private mutating func put(_ comments: CommentSet) {
        put(comments.unit)
        put(name: comments.side)
        put(comments.wave.text)
        put(comments.question)
        put(comments.texts) { $0.put($1) }
        put(comments.more)
        put(comments.commenters)
    }

    private mutating func put(_ standard: StandardResult) {
        put(standard.department.text)
        put(name: standard.side)
        put(standard.question.text)
        put(name: standard.statistic)
        put(standard.target)
        put(standard.wave) { $0.put($1.text) }
        put(standard.estimate) { $0.put($1) }
        put(name: standard.status)
        put(standard.source)
    }
}

/// The places of a table, in its order.
struct CellPlaces: Sequence {
    private let cells: CellTable

    init(_ cells: CellTable) { self.cells = cells }

    func makeIterator() -> AnyIterator<(unit: Int, side: Side, wave: Int, question: Int)> {
        let sides = Side.allCases
        let (units, questions) = (cells.unitCount, cells.questionCount)
        let count = cells.waveCount * sides.count * questions * units
        var next = 0
        return AnyIterator {
            guard next < count else { return nil }
            defer { next += 1 }
            let rest = next / units
            return (
                next % units, sides[rest / questions % sides.count], rest / questions / sides.count, rest % questions
            )
        }
    }
}
