#if canImport(Glibc)
    private import Glibc
#elseif canImport(Darwin)
    private import Darwin
#endif

extension Publication {
    /// What was done.
    package struct Result: Sendable, Hashable {
        package var written = 0
        package var bytesWritten = 0
        /// Files that were there already, with the same bytes.
        package var unchanged = 0
        package var bytesUnchanged = 0
        package var removed = 0
        /// Files of `written` whose temporary a run that was ended had left, whole.
        package var resumed = 0

        package init() {}
    }

    /// Why nothing, or not everything, was written.
    package enum Failure: Error, Sendable, Hashable {
        /// Files stand where pages of ours belong, and no manifest says that they are ours; nothing was touched.
        case foreign([String])
        /// Another run writes there; nothing was touched.
        case held(FolderLock.Holder)
        /// Files that somebody holds open, as they could not be read, replaced or removed for as long as was waited, and
        /// what was done nevertheless. With `startIsNew` the new site is whole and only files of the former one are left;
        /// otherwise the former start page stands.
        case busy([StorageError], done: Result, startIsNew: Bool)
        /// What was read back is not what was written: these paths differ, are missing, or are listed and not ours.
        case notVerified([String])
        /// A file that an earlier run wrote was changed while this one ran; nothing was touched.
        case notAsLeft(String)
        /// A signal of this number asked the run to end.
        case interrupted(Int32)
        case storage(StorageError)
    }

    /// What happens on the way that a person would want to know.
    package enum Notice: Sendable, Hashable {
        /// The lock of a run that is over was taken over.
        case tookOver(FolderLock.Holder, because: FolderLock.Staleness)
        /// So many files are held open; they are tried again.
        case waiting(files: Int)
    }
}

extension StorageError {
    /// What a file server answers for a file that somebody holds open. A refused right to create is none: nobody can hold
    /// open what is not there.
    package var isSharingViolation: Bool {
        switch number {
        case EBUSY, ETXTBSY, EAGAIN, EDEADLK: true
        // A client that replaces by removing first finds the open file still there.
        case EEXIST: operation == "replace"
        case EACCES, EPERM: operation != "write" && operation != "create"
        default: false
        }
    }
}
