import Diagnostics

/// The style sheet and the script: each one file, its content's hash in its name, so that an old page on a share never
/// meets a new style.
struct Assets: Sendable {
    let stylesheet: OutputFile
    let script: OutputFile?

    var files: [OutputFile] { [stylesheet] + (script.map { [$0] } ?? []) }

    /// Puts the parts under `assets/` together in the order of their names.
    init(_ templates: TemplateSet) {
        func joined(_ suffix: String) -> String {
            templates.files.filter { $0.name.hasPrefix("assets/") && $0.name.hasSuffix(suffix) }
                .map(\.text).joined(separator: "\n")
        }
        stylesheet = Self.file("site", "css", Array(joined(".css").utf8))
        let code = joined(".js")
        script = code.isEmpty ? nil : Self.file("site", "js", Array(code.utf8))
    }

    private static func file(_ name: String, _ suffix: String, _ bytes: [UInt8]) -> OutputFile {
        let hash = SHA256.hexadecimal(SHA256.digest(bytes).prefix(6))
        return OutputFile(path: "assets/\(name)-\(hash).\(suffix)", bytes: bytes)
    }
}
