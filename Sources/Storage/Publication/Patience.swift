/// Waiting for files that somebody holds open: about ten seconds in all for one run, however many they are.
struct Patience {
    /// Seconds between two tries, and how many tries are waited for.
    static let step = 0.5
    static let steps = 20

    private let machine: Machine
    private let notify: @Sendable (Publication.Notice) -> Void
    private var left = Patience.steps
    private var hasSaidSo = false

    init(_ machine: Machine, notify: @escaping @Sendable (Publication.Notice) -> Void) {
        self.machine = machine
        self.notify = notify
    }

    /// Does something for every item. Items that are held open are passed over and tried again together, until all are
    /// done or the time is over.
    ///
    /// - Returns: why the items that are left could not be done.
    /// - Throws: the first error that is no sharing violation; `Publication.Failure.interrupted`.
    mutating func forEach<Item>(_ items: [Item], _ body: (Item) throws -> Void) throws -> [StorageError] {
        var waiting = items
        while true {
            var refused: [(item: Item, error: StorageError)] = []
            for item in waiting {
                try checkInterruption()
                do {
                    try body(item)
                } catch let error as StorageError where error.isSharingViolation {
                    refused.append((item, error))
                }
            }
            guard !refused.isEmpty, left > 0 else { return refused.map(\.error) }
            if !hasSaidSo { notify(.waiting(files: refused.count)) }
            hasSaidSo = true
            left -= 1
            machine.pause(Self.step)
            waiting = refused.map(\.item)
        }
    }

    func checkInterruption() throws {
        if let signal = machine.interruption() { throw Publication.Failure.interrupted(signal) }
    }
}
