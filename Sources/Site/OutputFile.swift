/// A file of the site, complete in memory before anything is written.
package struct OutputFile: Sendable, Hashable {
    /// Relative to the site's folder, `/` between parts, `[a-z0-9.-]` in each.
    package let path: String
    package let bytes: [UInt8]
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
