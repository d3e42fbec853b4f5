import Parallel
import Synchronization

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

    /// The same on all cores, some items at a time: for what may be done in any order. What it says, returns and throws
    /// is what the items in their order would have: of several errors the one of the first item.
    ///
    /// - Parameters:
    ///   - began: is told of every item that was begun, in order, before anything is thrown.
    ///   - take: takes what was made of an item, in order.
    mutating func forEach<Item: Sendable, Value: Sendable>(
        _ items: [Item], began: (Item) -> Void = { _ in }, _ body: @Sendable (Item) throws(StorageError) -> Value,
        take: (Item, Value) throws -> Void
    ) throws -> [StorageError] {
        var waiting = items
        while true {
            let tries = Self.attempt(waiting, machine, body)
            for (item, _) in zip(waiting, tries).filter({ $0.1 != nil }) { began(item) }
            var refused: [(item: Item, error: StorageError)] = []
            for (item, attempt) in zip(waiting, tries) {
                switch attempt {
                case .done(let value): try take(item, value)
                case .failed(let error) where error.isSharingViolation: refused.append((item, error))
                case .failed(let error): throw error
                case .interrupted(let signal): throw Publication.Failure.interrupted(signal)
                // Nothing comes behind an item that was not begun but the error that kept it from that.
                case nil: break
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

    private enum Attempt<Value: Sendable>: Sendable {
        case done(Value)
        case failed(StorageError)
        case interrupted(Int32)
    }

    /// What became of each item; nil for those that were not begun because of an error in another.
    private static func attempt<Item: Sendable, Value: Sendable>(
        _ items: [Item], _ machine: Machine, _ body: @Sendable (Item) throws(StorageError) -> Value
    ) -> [Attempt<Value>?] {
        let size = 64
        let ended = Atomic(Int.max)
        return Parallel.machine.map((items.count + size - 1) / size) { part in
            let range = (part * size)..<min(items.count, (part + 1) * size)
            var tries: [Attempt<Value>?] = []
            tries.reserveCapacity(range.count)
            for index in range {
                // Items before the one that ended it are all tried, as they would have been.
                guard index < ended.load(ordering: .relaxed) else { break }
                if let signal = machine.interruption() {
                    tries.append(.interrupted(signal))
                } else {
                    do throws(StorageError) {
                        tries.append(.done(try body(items[index])))
                        continue
                    } catch {
                        tries.append(.failed(error))
                        if error.isSharingViolation { continue }
                    }
                }
                ended.min(index, ordering: .relaxed)
                break
            }
            return tries + Array(repeating: nil, count: range.count - tries.count)
        }.flatMap(\.self)
    }

    func checkInterruption() throws {
        if let signal = machine.interruption() { throw Publication.Failure.interrupted(signal) }
    }
}
