/// Everything that publication does to a disk, as values, so that a test can make any step fail.
package struct DiskEffects: Sendable {
    /// The bytes of a file; nil if there is none.
    package var read: @Sendable (_ path: String) throws(StorageError) -> [UInt8]?
    /// Creates a file with mode 0644 and these bytes; an existing one is overwritten in place, a link is not followed.
    package var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(StorageError) -> Void
    /// Creates a file with these bytes unless something has its name; true if it was created. Of two that try at once,
    /// one succeeds, on a file server too.
    package var create: @Sendable (_ path: String, _ bytes: [UInt8]) throws(StorageError) -> Bool
    /// Waits until the bytes of a file or the names in a folder are on the disk itself.
    package var sync: @Sendable (_ path: String) throws(StorageError) -> Void
    /// Puts a file in another's place in one step.
    package var rename: @Sendable (_ from: String, _ to: String) throws(StorageError) -> Void
    /// Removes a file; nothing happens if there is none.
    package var remove: @Sendable (_ path: String) throws(StorageError) -> Void
    /// Removes a folder if it is empty; true if it is gone.
    package var removeFolder: @Sendable (_ path: String) -> Bool
    /// Creates a folder with mode 0755, parents included; nothing happens if it is there.
    package var makeFolder: @Sendable (_ path: String) throws(StorageError) -> Void
    /// Names in a folder; empty if there is no such folder.
    package var names: @Sendable (_ folder: String) throws(StorageError) -> [String]
    /// What tells whether a file was touched; nil if there is none.
    package var stamp: @Sendable (_ path: String) -> FileStamp?

    package init(
        read: @escaping @Sendable (_ path: String) throws(StorageError) -> [UInt8]?,
        write: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws(StorageError) -> Void,
        create: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws(StorageError) -> Bool,
        sync: @escaping @Sendable (_ path: String) throws(StorageError) -> Void,
        rename: @escaping @Sendable (_ from: String, _ to: String) throws(StorageError) -> Void,
        remove: @escaping @Sendable (_ path: String) throws(StorageError) -> Void,
        removeFolder: @escaping @Sendable (_ path: String) -> Bool,
        makeFolder: @escaping @Sendable (_ path: String) throws(StorageError) -> Void,
        names: @escaping @Sendable (_ folder: String) throws(StorageError) -> [String],
        stamp: @escaping @Sendable (_ path: String) -> FileStamp? = { FileStamp.of($0) }
    ) {
        self.read = read
        self.write = write
        self.create = create
        self.sync = sync
        self.rename = rename
        self.remove = remove
        self.removeFolder = removeFolder
        self.makeFolder = makeFolder
        self.names = names
        self.stamp = stamp
    }

    /// The real disk.
    package static let disk = onDisk(.system)

    /// Reads the disk and changes nothing: what would be done can be counted with it.
    package static let rehearsal: DiskEffects = {
        var effects = DiskEffects.disk
        effects.write = { _, _ in }
        effects.create = { _, _ in true }
        effects.sync = { _ in }
        effects.rename = { _, _ in }
        effects.remove = { _ in }
        effects.removeFolder = { _ in false }
        effects.makeFolder = { _ in }
        return effects
    }()
}
