import ByteCoding
import Diagnostics
import Report

/// What was released of the surveys, and what was said of them on the way. Nothing in it is about a respondent: it holds
/// what the site's pages may show, and no more.
struct KeptReport: Sendable {
    /// Of all that it was made of.
    let inputs: ContentDigest
    let report: Report
    let diagnostics: [Diagnostic]

    init(inputs: ContentDigest, report: Report, diagnostics: [Diagnostic]) {
        self.inputs = inputs
        self.report = report
        self.diagnostics = diagnostics
    }

    /// Nil where none was kept that was made of these inputs.
    init?(_ cache: BuildCache, inputs: ContentDigest) {
        guard let (bytes, start) = cache.read(.report) else { return nil }
        var reader = ByteReader(bytes, from: start)
        guard (try? reader.digest()) == inputs, let diagnostics = try? reader.list({ try $0.diagnostic() }),
            let report = try? reader.report(), reader.isAtEnd
        else { return nil }
        self.init(inputs: inputs, report: report, diagnostics: diagnostics)
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.put(inputs)
        writer.put(diagnostics) { $0.put($1) }
        writer.put(report)
        return writer.bytes
    }
}
