import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Control-C and the request to end while a site is written: the step that runs is finished, temporaries and lock are
/// taken away, and the run ends. A second one ends it at once.
package enum Interruption {
    private static let received = Atomic<Int32>(0)

    /// The signal that came since `watch`; nil if none did.
    package static var signal: Int32? {
        let number = received.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }

    /// From here on the first SIGINT or SIGTERM is only noted.
    package static func watch() {
        received.store(0, ordering: .relaxed)
        // Whoever started this run may have left them blocked.
        var both = sigset_t()
        unsafe sigemptyset(&both)
        for number in [SIGINT, SIGTERM] { unsafe sigaddset(&both, number) }
        unsafe pthread_sigmask(SIG_UNBLOCK, &both, nil)
        for number in [SIGINT, SIGTERM] {
            _ = setHandler(number) { number in
                Interruption.received.store(number, ordering: .relaxed)
                _ = setHandler(number, SIG_DFL)
            }
        }
    }

    /// From here on a signal ends the run at once again.
    package static func unwatch() { for number in [SIGINT, SIGTERM] { _ = setHandler(number, SIG_DFL) } }
}

#if canImport(Darwin)
    private typealias Handler = (@convention(c) (Int32) -> Void)?
    private func setHandler(_ number: Int32, _ handler: Handler) -> Handler { unsafe Darwin.signal(number, handler) }
#else
    private typealias Handler = __sighandler_t?
    private func setHandler(_ number: Int32, _ handler: Handler) -> Handler { Glibc.signal(number, handler) }
#endif
