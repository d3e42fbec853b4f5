/// A place in a file that somebody wrote.
///
/// Lines and columns count from 1. A column counts UTF-8 bytes, as compilers and editors do; a diagnostic about a
/// whole file has no line, one about a whole line has no column.
package struct SourceLocation: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Path as the analyst would type it: relative to the folder the program was started in, `/` between parts.
    package let file: String
    /// Line from 1, or nil for the file as a whole.
    package let line: Int?
    /// Column in UTF-8 bytes from 1, or nil for the line as a whole.
    package let column: Int?

    package init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = line == nil ? nil : column
    }

    /// `file:line:column`, without the parts that are not known.
    package var description: String {
        guard let line else { return file }
        guard let column else { return "\(file):\(line)" }
        return "\(file):\(line):\(column)"
    }

    package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
        if left.line != right.line { return (left.line ?? 0) < (right.line ?? 0) }
        return (left.column ?? 0) < (right.column ?? 0)
    }
}
