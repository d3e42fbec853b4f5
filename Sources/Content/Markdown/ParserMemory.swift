import CCmark

#if canImport(Glibc)
    private import Glibc
#elseif canImport(Darwin)
    private import Darwin
#endif

/// The memory in which libcmark builds documents: pieces cut off a block one behind the other, all given back at once.
///
/// A document of 4 KB is a thousand nodes and strings. With `malloc` for each, half of the parser's time went there: an
/// eighth of the time of a site of 10,000 notes.
///
/// Each thread has its own, since the library asks for memory without saying for what. It asks again and again for short
/// moments, so a piece that is given back before another is taken can be taken again.
@safe struct ParserMemory {
    private var block: UnsafeMutableRawPointer
    private var next: UnsafeMutableRawPointer
    private var end: UnsafeMutableRawPointer
    /// Documents that are in it.
    private var documents = 0

    /// Enough for most notes, and kept for the next one.
    private static let blockSize = 256 << 10
    /// Before each piece stands its size; before the pieces of a block, the block before it.
    private static let header = 16

    private init() {
        unsafe block = Self.newBlock(Self.blockSize, after: nil)
        unsafe next = block + Self.header
        unsafe end = block + Self.blockSize
    }

    // MARK: what libcmark calls

    /// The functions for libcmark.
    ///
    /// `begin` must have been called on the same thread, and `finish` not yet. Written once and only read by the library.
    nonisolated(unsafe) static let functions: UnsafeMutablePointer<cmark_mem> = {
        let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        unsafe functions.initialize(
            to: cmark_mem(
                calloc: { count, size in
                    let (bytes, isTooMuch) = count.multipliedReportingOverflow(by: size)
                    guard !isTooMuch else { abort() }
                    let piece = unsafe ParserMemory.current.pointee.take(bytes)
                    return unsafe memset(piece, 0, bytes)
                },
                realloc: { piece, size in
                    unsafe ParserMemory.current.pointee.resize(piece, size)
                },
                free: { piece in
                    if let piece = unsafe piece { unsafe ParserMemory.current.pointee.giveBack(piece) }
                }))
        return unsafe functions
    }()

    /// A document of this thread begins.
    static func begin() { unsafe current.pointee.documents += 1 }

    /// A document of this thread is not needed any more: with the last of them all memory is free again.
    static func finish() { unsafe current.pointee.leave() }

    // MARK: pieces

    private mutating func take(_ size: Int) -> UnsafeMutableRawPointer {
        let rounded = Self.rounded(size)
        if unsafe end - next < rounded + Self.header {
            let length = max(Self.blockSize, rounded + 2 * Self.header)
            unsafe block = Self.newBlock(length, after: block)
            unsafe next = block + Self.header
            unsafe end = block + length
        }
        let piece = unsafe next + Self.header
        unsafe next.storeBytes(of: rounded, as: Int.self)
        unsafe next = piece + rounded
        return unsafe piece
    }

    private mutating func resize(_ piece: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer {
        guard let piece = unsafe piece else { return unsafe take(size) }
        let held = unsafe Self.size(of: piece)
        if size <= held { return unsafe piece }
        // The last piece grows where it stands.
        let rounded = Self.rounded(size)
        if unsafe piece + held == next, unsafe end - piece >= rounded {
            unsafe (piece - Self.header).storeBytes(of: rounded, as: Int.self)
            unsafe next = piece + rounded
            return unsafe piece
        }
        let other = unsafe take(size)
        unsafe memcpy(other, piece, held)
        return unsafe other
    }

    private mutating func giveBack(_ piece: UnsafeMutableRawPointer) {
        if unsafe piece + Self.size(of: piece) == next { unsafe next = piece - Self.header }
    }

    private mutating func leave() {
        documents -= 1
        guard documents == 0 else { return }
        while let before = unsafe block.load(as: UnsafeMutableRawPointer?.self) {
            unsafe free(block)
            unsafe block = before
        }
        unsafe next = block + Self.header
        unsafe end = block + Self.blockSize
    }

    private static func size(of piece: UnsafeMutableRawPointer) -> Int {
        unsafe (piece - header).load(as: Int.self)
    }

    /// Sizes that keep every piece aligned for anything.
    private static func rounded(_ size: Int) -> Int {
        // No text that is read comes near: the library would have ended the program before.
        guard size >= 0, size < Int.max / 2 else { abort() }
        return max(16, (size + 15) & ~15)
    }

    private static func newBlock(_ size: Int, after before: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer {
        // As libcmark does where there is no memory.
        guard let block = unsafe malloc(size) else { abort() }
        unsafe block.storeBytes(of: before, as: UnsafeMutableRawPointer?.self)
        return unsafe block
    }

    // MARK: threads

    /// That of this thread, made when it is first asked for and freed when the thread ends.
    private static var current: UnsafeMutablePointer<ParserMemory> {
        if let known = unsafe pthread_getspecific(key) {
            return unsafe known.assumingMemoryBound(to: ParserMemory.self)
        }
        let made = UnsafeMutablePointer<ParserMemory>.allocate(capacity: 1)
        unsafe made.initialize(to: ParserMemory())
        guard unsafe pthread_setspecific(key, made) == 0 else { abort() }
        return unsafe made
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let status = unsafe pthread_key_create(&key) { memory in
            #if canImport(Darwin)
                let memory: UnsafeMutableRawPointer? = memory
            #endif
            guard let memory = unsafe memory?.assumingMemoryBound(to: ParserMemory.self) else { return }
            unsafe free(memory.pointee.block)
            unsafe memory.deinitialize(count: 1)
            unsafe memory.deallocate()
        }
        guard status == 0 else { abort() }
        return key
    }()
}
