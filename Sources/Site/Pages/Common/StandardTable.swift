import Content
import Report

extension Edition {
    /// Standards as rows; `named` shows the department of each.
    func standardRows(_ standards: [StandardResult], on page: String, named: Bool) -> [TemplateRecord] {
        standards.compactMap { standard in
            guard let question = report.questions.firstIndex(where: { $0.id == standard.question }) else { return nil }
            let kind = standard.statistic.kind
            return [
                "department": .optional(named ? name(of: standard.department) : nil),
                "href": .text(
                    PagePath.relative(
                        from: page,
                        to: standard.department == .organisation
                            ? PagePath.overview : PagePath.department(standard.department))),
                "symbol": .html(Charts.symbol(standard.side)),
                "side": .text(words.side(standard.side).capitalisedFirst),
                "question": .text(wording(question, standard.side, of: organisation.unit(standard.department) ?? 0)),
                "target": .text(words("target-at-least", ["value": words.target(standard.target, of: kind)])),
                "value": .text(
                    standard.estimate.map { words.value($0.value, of: kind) }
                        ?? words(isHidden(standard, question) ? "hidden" : "no-answers")),
                "range": .text(standard.estimate.map { words.range($0, of: kind) } ?? ""),
                "status": .text(words("standard-\(standard.status.rawValue)")),
                "statusClass": .text(standard.status.rawValue),
                "wave": .optional(standard.wave.map { waveName($0) }),
            ]
        }
    }

    /// True if there is a figure that may not be shown.
    private func isHidden(_ standard: StandardResult, _ question: Int) -> Bool {
        guard let unit = organisation.unit(standard.department) else { return false }
        let wave = standard.wave.flatMap { id in report.waves.firstIndex { $0.id == id } }
        guard let wave = wave ?? self.wave(standard.side, question) else { return false }
        return cell(unit, standard.side, wave, question) == .suppressed
    }

    /// How many standards are met, are missed, cannot be told, have no figure; none is not counted.
    func standardCounts(_ standards: [StandardResult]) -> String {
        let parts = [StandardResult.Status.met, .missed, .cannotTell, .noFigure].compactMap { status -> String? in
            let count = standards.reduce(0) { $0 + ($1.status == status ? 1 : 0) }
            return count == 0 ? nil : words("standard-count-\(status.rawValue)", ["n": words.whole(count)])
        }
        return words("counts", ["counts": parts.joined(separator: words("list-separator"))])
    }
}
