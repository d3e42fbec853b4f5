import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a run prints: results on standard output, findings and progress on standard error.
enum Terminal {
    /// Writes a line to standard output.
    static func say(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    /// Writes a line to standard error.
    static func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// Writes a text over the last line of standard error, or clears it.
    static func overwrite(_ text: String) { write("\r\u{1B}[K" + text, to: STDERR_FILENO) }

    /// True where a person is looking at standard error.
    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

    /// Prints findings in the order of their places, a line that counts them, and after errors where more is said.
    static func show(_ diagnostics: [Diagnostic], quiet: Bool = false) {
        let ordered = diagnostics.inSourceOrder.filter { !quiet || $0.severity == .error }
        guard !ordered.isEmpty else { return }
        complain(ordered.prefix(mostShown).map(\.rendered).joined(separator: "\n"))
        if ordered.count > mostShown {
            complain(
                "\(ordered.count - mostShown) more are not printed; `throughline check --format json` lists them all")
        }
        let errors = ordered.count { $0.severity == .error }
        let warnings = ordered.count { $0.severity == .warning }
        let parts = [counted(errors, "error"), counted(warnings, "warning")].compactMap { $0 }
        if !parts.isEmpty { complain(parts.joined(separator: ", ")) }
        let codes = Set(ordered.filter { $0.severity == .error }.map(\.code))
        if let first = ordered.first(where: { $0.severity == .error })?.code {
            complain(
                "`throughline help \(codes.count == 1 ? first : "CODE")` says more"
                    + (codes.count == 1 ? "" : ", such as `throughline help \(first)`"))
        }
    }

    /// Findings that are printed: a file of the wrong kind can give a hundred thousand, of which the first tell enough.
    private static let mostShown = 2000

    private static func counted(_ count: Int, _ word: String) -> String? {
        count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }

    /// Writes bytes to standard output.
    static func write(_ bytes: [UInt8]) { unsafe bytes.withUnsafeBufferPointer { unsafe write($0, to: STDOUT_FILENO) } }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { unsafe write($0, to: descriptor) }
    }

    /// All bytes, whatever a pipe takes at once; a reader who went away is no error of ours.
    private static func write(_ buffer: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
        var done = 0
        while done < buffer.count, let base = buffer.baseAddress {
            #if canImport(Darwin)
                let put = unsafe Darwin.write(descriptor, base + done, buffer.count - done)
            #else
                let put = unsafe Glibc.write(descriptor, base + done, buffer.count - done)
            #endif
            if put < 0 {
                if errno == EINTR { continue }
                return
            }
            done += put
        }
    }
}
