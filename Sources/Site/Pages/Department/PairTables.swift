import Content
import Report

/// The service map as one department sees it: who depends on it, and on whom it depends.
extension Edition {
    /// Its internal customers by department; nil where the surveys name none.
    func customers(of unit: Int, on page: String) -> TemplateRecord? {
        let id = organisation.id(unit)
        return pairTable((linksOfProvider[id] ?? []).map { ($0.customer, $0.cell) }, on: page)
    }

    /// The departments whose service it rated.
    func providers(of unit: Int, on page: String) -> TemplateRecord? {
        let id = organisation.id(unit)
        return pairTable((linksOfCustomer[id] ?? []).map { ($0.provider, $0.cell) }, on: page)
    }

    /// At most 20 rows: shown ones first, each part by name.
    private func pairTable(_ pairs: [(id: DepartmentID, cell: Cell)], on page: String) -> TemplateRecord? {
        guard let question = headline, !pairs.isEmpty else { return nil }
        let asked = report.questions[question]
        let statistic = asked.headlineStatistic
        let axis = ValueAxis(statistic, scale: asked.scale)
        let reference = newestCell(0, .internal, question)?.cell.published?.figure(statistic)?.estimate.value
        let shown = pairs.filter { $0.cell.published != nil }.sorted { inOrder($0.id, $1.id) }
        let hidden = pairs.filter { $0.cell == .suppressed }.map(\.id).sorted(by: inOrder)
        return [
            "hasRows": .flag(!shown.isEmpty),
            "caption": .text(pairsCaption(question)), "hasReference": .flag(reference != nil),
            "axis": .html(Charts.axisRow(axis) { words.tick($0, of: statistic.kind) }),
            "rows": .records(
                shown.prefix(20).map { id, cell in
                    var record = text(of: cell, statistic).record
                    record["name"] = .text(name(of: id))
                    record["href"] = .text(PagePath.relative(from: page, to: PagePath.department(id)))
                    let marks = cell.published?.figure(statistic).map {
                        [DotMark(side: .internal, estimate: $0.estimate, reference: reference)]
                    }
                    record["chart"] = .html(Charts.dotRow(marks ?? [], lanes: [.internal], axis: axis))
                    return record
                }),
            "more": .optional(more(shown.count - 20)),
            "hiddenNames": .optional(
                hidden.isEmpty
                    ? nil
                    : words(
                        "pairs-hidden",
                        [
                            "names": list(
                                hidden.prefix(40).map { name(of: $0) } + [more(hidden.count - 40)].compactMap { $0 })
                        ])),
        ]
    }

    /// What colleagues of the departments that are served were asked, and what the figures are.
    func pairsCaption(_ question: Int) -> String {
        words(
            "caption-pairs",
            [
                "question": quotedWording(question, [.internal], of: 0),
                "label": words("label-\(report.questions[question].headlineStatistic.rawValue)", scaleEnds(question)),
            ])
    }

    /// By the bytes of their names.
    private func inOrder(_ left: DepartmentID, _ right: DepartmentID) -> Bool {
        name(of: left).utf8.lexicographicallyPrecedes(name(of: right).utf8)
    }

    /// "A, B and C".
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return words("list", ["first": items.dropLast().joined(separator: words("list-separator")), "last": last])
    }
}
