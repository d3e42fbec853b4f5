import Report
import Testing

@testable import Site

@Suite("The chain to the paying customer")
struct ServiceChainTests {
    private func organisation(_ serves: [String: [String]], frontline: Set<String>) -> Organisation {
        Organisation(
            name: "O",
            departments: serves.keys.sorted().map { id in
                Department(
                    id: DepartmentID(id), name: id, isFrontline: frontline.contains(id),
                    serves: (serves[id] ?? []).map { DepartmentID($0) })
            })
    }

    @Test("Nearest wins, equals go by id, circles end, strangers are passed over")
    func shortest() {
        let organisation = organisation(
            [
                "a": ["b", "c"], "b": [], "c": [], "d": ["a"], "e": ["f"], "f": ["e"], "g": ["h", "d"],
                "h": ["g", "b"],
                "i": ["nobody", "*", "i"],
            ], frontline: ["b", "c"])
        let chain = ServiceChain(organisation)
        //               *    a  b  c  d  e    f    g  h  i
        #expect(chain.distances == [nil, 2, 1, 1, 3, nil, nil, 3, 2, nil])
        #expect(chain.chain(from: 1) == [1, 2])
        #expect(chain.chain(from: 7) == [7, 8, 2])
        #expect(chain.chain(from: 5).isEmpty)
        #expect(chain.chain(from: 0).isEmpty)
        #expect(chain.chain(from: 99).isEmpty)
        #expect(chain.steps == [[2, 3], [1, 8], [4, 7]])
        #expect(chain.unconnected == [5, 6, 9])
    }

    @Test("Departments that are gone carry nothing on")
    func gone() {
        let organisation = organisation(["a": ["b"], "b": ["c"], "c": []], frontline: ["c"])
        #expect(ServiceChain(organisation).distances == [nil, 3, 2, 1])
        #expect(ServiceChain(organisation, exists: [true, true, false, true]).distances == [nil, nil, nil, 1])
    }

    @Test("Against the definition, over every graph of three departments")
    func exhaustive() {
        let names = ["a", "b", "c"]
        for graph in 0..<512 {
            for front in 0..<8 {
                var serves: [String: [String]] = [:]
                for (row, name) in names.enumerated() {
                    serves[name] = names.indices.filter { graph >> (row * 3 + $0) & 1 == 1 }.map { names[$0] }
                }
                let frontline = Set(names.indices.filter { front >> $0 & 1 == 1 }.map { names[$0] })
                // The definition, by repeated improvement until nothing changes.
                var expected: [String: Int] = [:]
                for name in frontline { expected[name] = 1 }
                for _ in 0..<4 {
                    for name in names where !frontline.contains(name) {
                        expected[name] = (serves[name] ?? []).compactMap { expected[$0] }.min().map { $0 + 1 }
                    }
                }
                let distances = ServiceChain(organisation(serves, frontline: frontline)).distances
                #expect(Array(distances.dropFirst()) == names.map { expected[$0] })
            }
        }
    }
}
