import Content
import Report

extension Edition {
    /// Departments as rows with a dot and its whisker for each side, and the organisation's line: the headline question.
    ///
    /// Nil where nothing was asked or there are no rows.
    ///
    /// - Parameters:
    ///   - rows: units with their depth below the heading, in the order of the hierarchy.
    func departmentTable(_ rows: [(unit: Int, depth: Int)], on page: String) -> TemplateRecord? {
        guard let question = headline, !rows.isEmpty else { return nil }
        let asked = report.questions[question]
        let statistic = asked.headlineStatistic
        let axis = ValueAxis(statistic, scale: asked.scale)
        let sides = [Side.external, .internal].filter { wave($0, question) != nil }
        guard !sides.isEmpty else { return nil }
        let references = sides.map { side in
            newestCell(0, side, question)?.cell.published?.figure(statistic)?.estimate.value
        }
        let records: [TemplateRecord] = rows.map { unit, depth in
            var marks: [DotMark] = []
            for (side, reference) in zip(sides, references) {
                if let estimate = newestCell(unit, side, question)?.cell.published?.figure(statistic)?.estimate {
                    marks.append(DotMark(side: side, estimate: estimate, reference: reference))
                }
            }
            return [
                "name": .text(organisation.displayName(unit)),
                "href": .text(PagePath.relative(from: page, to: self.page(of: unit))),
                "depth": .text(String(min(depth, 4))),
                "isService": .flag(organisation.department(unit)?.isService ?? false),
                "chart": .html(Charts.dotRow(marks, lanes: sides, axis: axis)),
                "sides": .records(
                    sides.map { side in
                        var record = text(of: newestCell(unit, side, question)?.cell ?? .none, statistic).record
                        record["symbol"] = .html(Charts.symbol(side))
                        record["sideName"] = .text(words.side(side).capitalisedFirst)
                        return record
                    }),
            ]
        }
        return [
            "caption": .text(
                words(
                    "caption-departments",
                    [
                        "question": quotedWording(question, sides, of: 0),
                        "label": words("label-\(statistic.rawValue)", scaleEnds(question)),
                    ])
            ),
            "axis": .html(Charts.axisRow(axis) { words.tick($0, of: statistic.kind) }),
            "legend": .html(Charts.sideLegend(sides.map { ($0, words.side($0).capitalisedFirst) })),
            "hasReference": .flag(references.contains { $0 != nil }),
            "heads": .records(
                sides.map { ["symbol": .html(Charts.symbol($0)), "side": .text(words.side($0).capitalisedFirst)] }),
            "rows": .records(records),
        ]
    }

    /// Units below one, with their depth, as deep as `levels`, in the order of the tree.
    func below(_ unit: Int, levels: Int, depth: Int = 0) -> [(unit: Int, depth: Int)] {
        guard levels > 0 else { return [] }
        return tree.children[unit].flatMap { child in
            [(unit: child, depth: depth)] + below(child, levels: levels - 1, depth: depth + 1)
        }
    }
}
