import Report

/// What was published of one side in one wave: one record a question.
struct PublishedSide: Sendable, Hashable {
    let wave: WaveID
    let side: Side
    var questions: [PublishedQuestion]
}

/// What was published of one question on one side in one wave, every time that it changed; the last stands on the site.
struct PublishedQuestion: Sendable, Hashable {
    let question: QuestionID
    let points: Int
    var generations: [Generation]
}

/// The figures of one publication.
struct Generation: Sendable, Hashable {
    /// Shown groups, parents before children.
    var nodes: [PublishedNode]
    /// Departments and links that had nobody, and that were hidden.
    var unanswered: [NodeName]
    var hidden: [NodeName]
}

/// A department, or one customer department of it.
struct NodeName: Sendable, Hashable, Comparable {
    let unit: DepartmentID
    let customer: DepartmentID?
    init(_ unit: DepartmentID, customer: DepartmentID? = nil) {
        self.unit = unit
        self.customer = customer
    }
    static func < (left: NodeName, right: NodeName) -> Bool {
        left.unit != right.unit
            ? left.unit < right.unit : (left.customer ?? DepartmentID("")) < (right.customer ?? DepartmentID(""))
    }
}

/// A shown group and its atom.
struct PublishedNode: Sendable, Hashable {
    let name: NodeName
    /// The nearest shown group above.
    let parent: NodeName?
    /// Answers by point, and distinct people, of the whole group.
    var histogram: [Int]
    var people: Int
    /// The same of its atom: the group less the shown groups below it.
    var atomHistogram: [Int]
    var atomPeople: Int
    /// The atom's people, each as a keyed hash of who and what they answered.
    var marks: Marks
}

/// A multiset of keyed hashes, one a person, in ascending order.
struct Marks: Sendable, Hashable {
    private(set) var values: [UInt64] = []
    private(set) var counts: [Int] = []

    init() {}
    /// From hashes in any order, each with how many people it stands for.
    init(_ entries: [(mark: UInt64, count: Int)]) {
        for entry in entries.sorted(by: { $0.mark < $1.mark }) where entry.count > 0 {
            if values.last == entry.mark {
                counts[counts.count - 1] += entry.count
            } else {
                values.append(entry.mark)
                counts.append(entry.count)
            }
        }
    }

    /// People in this that are not in another, counted with multiplicity.
    func missing(in other: Marks) -> Int {
        var missing = 0
        var place = 0
        for (index, value) in values.enumerated() {
            while place < other.values.count, other.values[place] < value { place += 1 }
            let there = place < other.values.count && other.values[place] == value ? other.counts[place] : 0
            missing += max(0, counts[index] - there)
        }
        return missing
    }

    /// How many people two have in common.
    func common(with other: Marks) -> Int { counts.reduce(0, +) - missing(in: other) }
}

/// The memory of what was published, read.
struct PublicationMemory: Sendable {
    var sides: [PublishedSide] = []
    /// Keyed hashes of released comments, by wave and side.
    var comments: [CommentPlace: Set<UInt64>] = [:]

    func question(_ wave: WaveID, _ side: Side, _ question: QuestionID) -> PublishedQuestion? {
        sides.first { $0.wave == wave && $0.side == side }?.questions.first { $0.question == question }
    }
}

struct CommentPlace: Sendable, Hashable, Comparable {
    let wave: WaveID
    let side: Side
    static func < (left: CommentPlace, right: CommentPlace) -> Bool {
        left.wave != right.wave ? left.wave < right.wave : left.side.index < right.side.index
    }
}
