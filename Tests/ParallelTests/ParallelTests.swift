import Parallel
import Synchronization
import Testing

@Suite("Work on all cores")
struct ParallelTests {
    private static let numbers = [1, 2, 3, 7, 64]

    @Test("The results stand in the order of the indices, each made once", arguments: numbers, [0, 1, 2, 5, 1_000])
    func map(workers: Int, count: Int) {
        let calls = Mutex<[Int]>([])
        let results = Parallel(workers: workers).map(count) { index in
            calls.withLock { $0.append(index) }
            return index * index
        }
        #expect(results == (0..<count).map { $0 * $0 })
        #expect(calls.withLock { $0.sorted() } == Array(0..<count))
    }

    @Test("A result that is nil is a result")
    func optionals() {
        #expect(Parallel(workers: 2).map(4) { $0 % 2 == 0 ? $0 : nil } == [0, nil, 2, nil])
    }

    @Test("Parts are taken in order, and no more are in memory than was said", arguments: numbers, [1, 2, 6])
    func fold(workers: Int, ahead: Int) {
        let made = Atomic(0)
        let taken = Atomic(0)
        let most = Mutex(0)
        let order = Parallel(workers: workers).fold(
            500, into: [Int](), ahead: ahead,
            make: { index in
                let waiting = made.add(1, ordering: .sequentiallyConsistent).newValue
                most.withLock { $0 = max($0, waiting - taken.load(ordering: .sequentiallyConsistent)) }
                // Uneven work, so that parts are ready before their turn.
                var sum = index
                for step in 0..<(index % 7) * 300 { sum = sum &* 31 &+ step }
                return sum == -1 ? -1 : index
            },
            take: { order, index in
                order.append(index)
                taken.add(1, ordering: .sequentiallyConsistent)
            })
        #expect(order == Array(0..<500))
        #expect(most.withLock { $0 } <= ahead)
    }

    @Test("Nothing to do leaves the state as it was")
    func empty() {
        #expect(Parallel(workers: 4).fold(0, into: [1], make: { $0 }, take: { $0.append($1) }) == [1])
    }

    @Test("There is always a worker")
    func atLeastOne() {
        #expect(Parallel(workers: 0).workers == 1)
        #expect(Parallel(workers: -3).map(3) { $0 } == [0, 1, 2])
        #expect(Parallel.machine.workers >= 1)
    }
}
