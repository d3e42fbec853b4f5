/// A text file that somebody wrote, in memory.
///
/// Stages take these, so that only the program's ends touch the disk.
package struct SourceFile: Sendable, Hashable {
    /// Path for messages, as the analyst would type it.
    package let path: String
    /// Path relative to the folder it belongs to, such as `notes/2026-03-04-waiting.md` in the content folder.
    package let name: String
    package let text: String

    package init(path: String, name: String, text: String) {
        self.path = path
        self.name = name
        self.text = text
    }
}
