import Parallel
import Report

/// Gives every person an index.
struct People {
    private let rowsArePeople: Bool
    private let hasID: Bool
    /// Keeps the same id in two surveys from having the same key.
    private let survey: UInt64
    /// For each row, the first one with the same id, and the first with the same cells; nil where all differ.
    private let firstRowOfID: [UInt32]?
    private let firstEqualRow: [UInt32]?
    private(set) var keys: [UInt64] = []
    /// By first row of an id: its person, `none` as long as it has none.
    private var numbers: [UInt32] = []
    /// By first of equal rows: how many came already.
    private var occurrences: [UInt32] = []
    private var unknownPeople: UInt32?

    private static let none = UInt32.max

    init(_ rows: ClassifiedRows) {
        rowsArePeople = rows.binding.mapping.rowsArePeople
        hasID = rows.binding.respondentID != nil
        survey = PersonKeys(rows.context.key).key(Array(rows.binding.mapping.id.text.utf8)[...])
        firstRowOfID = rows.firstRowOfID
        if let firstRowOfID { numbers = [UInt32](repeating: Self.none, count: firstRowOfID.count) }
        let countsRows = rowsArePeople || !hasID
        firstEqualRow = countsRows ? EqualKeys.firstPlaces(rows.rows.rowKeys, parallel: rows.parallel) : nil
        if let firstEqualRow { occurrences = [UInt32](repeating: 0, count: firstEqualRow.count) }
    }

    /// How the people of rows that each have an id of their own are numbered.
    struct Numbering: Sendable {
        /// True where no id stands in two rows: the people of a part follow each other as its rows do.
        let isByRow: Bool
        fileprivate let survey: UInt64

        func key(_ id: UInt64) -> UInt64 { ByteHash.mix(id ^ survey) }
    }

    var numbering: Numbering { Numbering(isByRow: hasID && firstRowOfID == nil, survey: survey) }

    /// Makes room for as many people as there are ratings, at most.
    mutating func reserve(_ ratings: Int) { keys.reserveCapacity(ratings) }

    /// Takes in people who follow each other.
    /// - Returns: the number of the first.
    mutating func add(_ more: [UInt64]) -> UInt32 {
        keys += more
        return UInt32(keys.count - more.count)
    }

    /// The person of a row, whose ratings are asked for in the order of rows.
    ///
    /// Rows without an id are people of their own only where the survey says so; otherwise nobody knows how many they
    /// are, and they count as one.
    /// - Parameters:
    ///   - id: key of the row's id; 0 without one.
    ///   - rowKey: key of the whole row, where rows are people.
    mutating func index(row: Int, id: UInt64, rowKey: UInt64) -> UInt32 {
        if id != 0 {
            guard let firstRowOfID else { return add(ByteHash.mix(id ^ survey)) }
            let first = Int(firstRowOfID[row])
            if numbers[first] == Self.none { numbers[first] = add(ByteHash.mix(id ^ survey)) }
            return numbers[first]
        }
        if rowsArePeople || !hasID {
            var number = 0
            if let firstEqualRow {
                number = Int(occurrences[Int(firstEqualRow[row])])
                occurrences[Int(firstEqualRow[row])] += 1
            }
            return add(ByteHash.mix(PersonKeys.occurrence(rowKey, number) ^ survey))
        }
        if let unknownPeople { return unknownPeople }
        let index = add(0)
        unknownPeople = index
        return index
    }

    private mutating func add(_ key: UInt64) -> UInt32 {
        keys.append(key)
        return UInt32(keys.count - 1)
    }
}
