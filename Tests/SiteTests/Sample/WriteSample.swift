import Diagnostics
import Testing

@testable import Site

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes the sample to the folder `SITE_OUT` names, to look at it in a browser; does nothing without.
@Test func writesTheSampleWhereAsked() throws {
    let result = renderSite(SampleReport.input)
    for problem in result.diagnostics { Issue.record("\(problem.rendered)") }
    guard let folder = ProcessInfo.processInfo.environment["SITE_OUT"] else { return }
    for file in result.value {
        let url = URL(fileURLWithPath: folder).appendingPathComponent(file.path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
    }
}
