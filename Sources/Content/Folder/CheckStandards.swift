package import Diagnostics
package import Report

extension ContentFolder {
    /// Standards that tell nothing: no figure is held against them, or no figure could ever fail or reach them.
    ///
    /// - Parameter report: what was made of the surveys and these standards, in their order.
    package func checkStandards(_ report: Report) -> [Diagnostic] {
        let questions = Dictionary(report.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [Diagnostic] = []
        for result in report.standards where standards.indices.contains(result.source) {
            let (standard, location) = standards[result.source]
            if result.status == .noFigure { found += missingFigure(standard, location, report) }
            guard let range = questions[standard.question].map({ $0.range(of: standard.statistic) }) else { continue }
            if standard.target <= range.lowerBound {
                found.append(
                    finding(
                        .warning, "target-always-met", location,
                        "every figure meets a target of \(Int(range.lowerBound))",
                        "write the value that customers are promised"))
            } else if standard.target >= range.upperBound {
                found.append(
                    finding(
                        .warning, "target-never-met", location,
                        "no figure can be told to reach \(Int(range.upperBound)): its range always begins below",
                        "write a value below the end of the scale"))
            }
        }
        return found
    }

    private func missingFigure(_ standard: DeclaredStandard, _ location: SourceLocation, _ report: Report)
        -> [Diagnostic]
    {
        let what = "`\(standard.question)` of `\(standard.department)`, side \(standard.side.rawValue)"
        if let from = standard.from, let newest = report.waves.last?.id, from != newest,
            settings.calendar.ordered([from, newest]).last?.id == from
        {
            return [
                finding(
                    .note, "standard-not-begun", location,
                    "the standard begins with \(from), and the newest wave with answers is \(newest)",
                    "nothing is to be done if \(from) is still to come")
            ]
        }
        guard let unit = report.organisation.unit(standard.department),
            let question = report.questions.firstIndex(where: { $0.id == standard.question })
        else { return [] }
        let isHidden = report.waves.indices.contains { wave in
            report.cells[unit: unit, side: standard.side, wave: wave, question: question] == .suppressed
        }
        return [
            isHidden
                ? finding(
                    .warning, "standard-hidden", location,
                    "\(what): the figure is hidden to protect confidentiality, so nobody can see whether the standard is met",
                    "hold a larger department to the standard, or ask more people")
                : finding(
                    .warning, "standard-without-figure", location,
                    "\(what): no wave has an answer, so nobody can see whether the standard is met",
                    "ask the question of these customers, or take the standard out")
        ]
    }

    /// A finding with the line it stands in.
    func finding(
        _ severity: Diagnostic.Severity, _ code: String, _ location: SourceLocation, _ message: String, _ remedy: String
    ) -> Diagnostic {
        let source = sources[location.file].map { SourceText($0.text, file: $0.path) }
        let excerpt = location.line.flatMap { source?.excerpt(line: $0, column: location.column) }
        return Diagnostic(severity, code, at: location, message, remedy: remedy, excerpt: excerpt)
    }
}

extension Question {
    /// From the lowest to the highest value that a statistic of the question can take, in printed units.
    func range(of statistic: Statistic) -> ClosedRange<Double> {
        switch statistic.kind {
        case .share: 0...100
        case .netPromoter: -100...100
        case .mean: Double(scale.low)...Double(max(scale.low, scale.high))
        }
    }
}
