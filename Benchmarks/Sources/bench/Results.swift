import Foundation

/// The results as Markdown.
struct Results {
    let machine: [String]
    let runs: Int
    let responses: ResponsesTable
    let growth: [(rows: Int, counting: Sample, whole: Sample, megabytes: Double)]
    let departments: [(units: Int, whole: Sample, megabytes: Double)]
    let notes: NotesTable
    let noteGrowth: [(notes: Int, whole: Sample, megabytes: Double)]

    var text: String {
        var lines = [
            "# Results", "",
            "Written by `make bench`. Medians of \(runs) runs, least to most in brackets; ours and the peers in turn within each run.",
        ]
        lines += ["", "Machine: " + machine.joined(separator: "; ") + "."]
        lines += ["", "## Against the bars", "", "| work | ours | peer | ratio | bar |", "|---|---|---|---|---|"]
        lines += bars.map(\.line)
        lines += [
            "", "## \(responses.rows) rows (\(megabytes(responses.bytes)) MB), by stage", "",
            "| stage | ms | least to most |", "|---|---|---|",
        ]
        lines += responses.stages.lines
        lines += [
            "",
            "Whole process: \(responses.whole.seconds) s, \(responses.busy.median.text(2)) s of both cores, \(responses.megabytes.median.text(0)) MB.",
        ]
        lines += ["", "| GROUP BY alone | s |", "|---|---|"]
        lines += responses.peers.sorted { $0.key < $1.key }.map { "| \($0.key) | \($0.value.seconds) |" }
        lines += [
            "", "## \(notes.notes) notes (\(megabytes(notes.bytes)) MB), by stage", "",
            "| stage | ms | least to most |", "|---|---|---|",
        ]
        lines += notes.stages.lines
        lines += ["", "Whole process: \(notes.whole.seconds) s, \(notes.megabytes.median.text(0)) MB."]
        lines += ["", "## Cost of growth", "", "| size | counting, s | whole, s | MB |", "|---|---|---|---|"]
        lines += growth.map {
            "| \($0.rows) rows | \($0.counting.seconds) | \($0.whole.seconds) | \($0.megabytes.text(0)) |"
        }
        lines += departments.map { "| \($0.units) departments | | \($0.whole.seconds) | \($0.megabytes.text(0)) |" }
        lines += noteGrowth.map { "| \($0.notes) notes | | \($0.whole.seconds) | \($0.megabytes.text(0)) |" }
        lines += [
            "",
            "Exponents, from the smallest size to the largest (1 is in proportion): rows \(rowExponent), departments \(departmentExponent), notes \(noteExponent).",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private struct Bar {
        let work: String
        let ours: Double
        let peer: (name: String, value: Double)?
        let bar: Double
        let unit: String

        var line: String {
            guard let peer, peer.value.isFinite else {
                return "| \(work) | \(ours.text(3)) \(unit) | not there | | ≤ \(bar.text(2)) |"
            }
            let ratio = ours / peer.value
            let verdict = ratio <= bar ? "reached" : "not reached"
            return
                "| \(work) | \(ours.text(3)) \(unit) | \(peer.name) \(peer.value.text(3)) \(unit) | \(ratio.text(3)) | ≤ \(bar.text(2)), \(verdict) |"
        }
    }

    private var bars: [Bar] {
        let polars = responses.best("polars").map { ("polars", $0.median) }
        let duckdb = responses.best("duckdb").map { ("DuckDB", $0.median) }
        let hugo = notes.hugo.values.isEmpty ? nil : ("Hugo", notes.hugo.median)
        let cmark = notes.cmark.values.isEmpty ? nil : ("cmark", notes.cmark.median)
        let memory = notes.hugo.values.isEmpty ? nil : ("Hugo", notes.hugoMegabytes.median)
        let counting = "read, classify and roll up \(responses.rows) rows"
        let site = "the whole site of \(responses.rows) rows"
        let many = growth.last
        let one = growth.count > 1 ? growth[growth.count - 2] : nil
        return [
            Bar(work: counting, ours: responses.counting.median, peer: polars, bar: 0.25, unit: "s"),
            Bar(work: counting, ours: responses.counting.median, peer: duckdb, bar: 0.2, unit: "s"),
            Bar(work: site, ours: responses.whole.median, peer: polars, bar: 0.8, unit: "s"),
            Bar(work: site, ours: responses.whole.median, peer: duckdb, bar: 0.7, unit: "s"),
            Bar(
                work: "the whole site of \(notes.notes) notes", ours: notes.whole.median, peer: hugo, bar: 0.3,
                unit: "s"),
            Bar(
                work: "the whole site of \(notes.notes) notes", ours: notes.whole.median, peer: cmark, bar: 4, unit: "s"
            ),
            Bar(
                work: "memory of \(notes.notes) notes", ours: notes.megabytes.median, peer: memory, bar: 0.4, unit: "MB"
            ),
            Bar(
                work: "whole site of \(many?.rows ?? 0) rows", ours: many?.whole.median ?? .nan,
                peer: one.map { ("\($0.rows) rows", $0.whole.median) }, bar: 10.5, unit: "s"),
            Bar(
                work: "memory of \(many?.rows ?? 0) rows", ours: many?.megabytes ?? .nan, peer: ("the limit", 600),
                bar: 1,
                unit: "MB"),
            Bar(work: "nothing changed", ours: notes.again.median, peer: hugo, bar: 0.03, unit: "s"),
            Bar(
                work: "one note changed (\(notes.oneFiles) files written)", ours: notes.one.median, peer: hugo,
                bar: 0.05,
                unit: "s"),
        ]
    }

    private func megabytes(_ bytes: Int) -> String { (Double(bytes) / 1_000_000).text(1) }

    private func exponent(_ first: (Double, Double), _ last: (Double, Double)) -> String {
        (log(last.1 / first.1) / log(last.0 / first.0)).text(2)
    }
    private var rowExponent: String {
        guard let first = growth.first, let last = growth.last else { return "-" }
        return exponent((Double(first.rows), first.whole.median), (Double(last.rows), last.whole.median))
    }
    private var departmentExponent: String {
        guard let first = departments.first, let last = departments.last else { return "-" }
        return exponent((Double(first.units), first.whole.median), (Double(last.units), last.whole.median))
    }
    private var noteExponent: String {
        guard let first = noteGrowth.first, let last = noteGrowth.last else { return "-" }
        return exponent((Double(first.notes), first.whole.median), (Double(last.notes), last.whole.median))
    }
}
