import Foundation

/// A reader of strangers' files, with what must hold whatever the bytes are.
///
/// The same entry points serve libFuzzer (`make fuzz`) and the test that runs the corpus in the normal suite.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// A survey export: open, inspect, draft, records in chunks of any size, collect, report.
    case survey
    /// Mappings, `site.yml` and `customers.yml` beside a fixed export.
    case mapping
    /// Front matter and bodies of a department and a note, and `targets.csv`.
    case content
    /// A template and strings that stand in for the built-in ones.
    case template
    /// The Markdown of a note to HTML.
    case note

    /// Reads the bytes and says what did not hold; empty if all did.
    ///
    /// - Parameters:
    ///   - bytes: the input; where it stands for several files, lines `====` part them.
    ///   - scratch: a folder in which this call alone may write files.
    package func faults(_ bytes: [UInt8], scratch: String) -> [String] {
        switch self {
        case .survey: surveyFaults(bytes, scratch: scratch)
        case .mapping: mappingFaults(bytes, scratch: scratch)
        case .content: contentFaults(bytes)
        case .template: templateFaults(bytes)
        case .note: noteFaults(bytes)
        }
    }

    /// What seeds write where no message and no page may repeat it: in cells of survey rows.
    static let marker = "zq7"
}

/// The parts of an input between lines `====`, as text; what is no UTF-8 is replaced, since readers get text.
func parts(_ bytes: [UInt8], atMost count: Int) -> [String] {
    var parts: [[UInt8]] = [[]]
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if line.elementsEqual("====".utf8), parts.count < count {
            parts.append([])
        } else {
            if !(parts.last?.isEmpty ?? true) { parts[parts.count - 1].append(0x0A) }
            parts[parts.count - 1] += line
        }
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
}

/// Writes a file, in place of one that is there.
func write(_ bytes: [UInt8], to path: String) -> Bool {
    FileManager.default.createFile(atPath: path, contents: Data(bytes))
}
