private import Dispatch
private import Synchronization

/// Work on all cores whose results never show how many cores there were: every result stands at its own index, and what
/// is put together is put together in the order of the indices.
///
/// An index should be a good piece of work (some ten microseconds or more): workers take them one at a time.
package struct Parallel: Sendable, Hashable {
    /// Indices worked on at the same time, at least 1.
    package let workers: Int

    package init(workers: Int) { self.workers = max(1, workers) }

    /// The results of `transform` for 0..<count, in that order. `transform` is called once for each index, on any thread
    /// and in any order.
    package func map<Element: Sendable>(_ count: Int, _ transform: @Sendable (Int) -> Element) -> [Element] {
        guard count > 1, workers > 1 else { return (0..<max(0, count)).map(transform) }
        let results = Mutex<[Element?]>(Array(repeating: nil, count: count))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(workers, count)) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                let element = transform(index)
                results.withLock { $0[index] = element }
            }
        }
        return results.withLock { $0.compactMap(\.self) }
    }

    /// Makes the parts 0..<count on all cores and takes each into `state` in their order, while later ones are made. No
    /// more than `ahead` parts are in memory at a time, so that a long input needs no more memory than a short one.
    ///
    /// - Parameters:
    ///   - ahead: parts that may be made or wait to be taken at the same time; by default three for each worker.
    ///   - make: called once for each index, on any thread and in any order.
    ///   - take: called once for each index, in order, never twice at the same time, on any thread.
    package func fold<Part: Sendable, State: Sendable>(
        _ count: Int, into state: State, ahead: Int? = nil, make: @Sendable (Int) -> Part,
        take: @Sendable (inout State, Part) -> Void
    ) -> State {
        guard count > 1, workers > 1 else {
            var state = state
            for index in 0..<max(0, count) { take(&state, make(index)) }
            return state
        }
        let state = Mutex(state)
        let line = Mutex(WaitingLine<Part>())
        let next = Atomic(0)
        // The lowest index that was not taken yet is always in the hands of a worker that does not wait here.
        let room = DispatchSemaphore(value: max(1, ahead ?? 3 * workers))
        DispatchQueue.concurrentPerform(iterations: min(workers, count)) { _ in
            while true {
                room.wait()
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < count else {
                    room.signal()
                    return
                }
                let part = make(index)
                // Whoever brings the part that is due takes it, and those behind it that are ready by then.
                var due = line.withLock { $0.arrive(part, index) }
                while let part = due {
                    state.withLock { take(&$0, part) }
                    room.signal()
                    due = line.withLock { $0.following() }
                }
            }
        }
        return state.withLock { $0 }
    }
}

/// Parts that were made before it was their turn.
private struct WaitingLine<Part> {
    private var early: [Int: Part] = [:]
    private var due = 0

    /// The part itself when it is the one that is due: from then until `following` answers nil, nobody else takes parts.
    mutating func arrive(_ part: Part, _ index: Int) -> Part? {
        guard index != due else { return part }
        early[index] = part
        return nil
    }

    /// The part after the one that was taken, if it is there.
    mutating func following() -> Part? {
        due += 1
        return early.removeValue(forKey: due)
    }
}
