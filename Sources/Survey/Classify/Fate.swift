import Report

/// What becomes of a row, and why.
struct Fate: Hashable, Sendable {
    let outcome: RowOutcome
    let reason: String

    init(_ outcome: RowOutcome, _ reason: String? = nil) {
        self.outcome = outcome
        self.reason = reason ?? outcome.rawValue
    }
}

/// The fates of a survey's rows by number: those that a row can have in any survey, and the platform's marks behind
/// them.
struct FateTable: Sendable {
    static let counted: UInt8 = 0
    static let noWave: UInt8 = 1
    static let noDate: UInt8 = 2
    static let unreadDate: UInt8 = 3
    static let noAnswer: UInt8 = 4
    static let open: UInt8 = 5
    static let noDepartment: UInt8 = 6
    static let unknownDepartment: UInt8 = 7
    static let endedDepartment: UInt8 = 8
    static let duplicate: UInt8 = 9
    static let unclassified: UInt8 = 10
    static let notAMember: UInt8 = 11

    private(set) var fates = [
        Fate(.counted), Fate(.unreadable, "no-wave"), Fate(.unreadable, "no-date"), Fate(.unreadable, "date"),
        Fate(.incomplete, "no-answer"), Fate(.open), Fate(.unknownDepartment, "no-department"),
        Fate(.unknownDepartment, "unknown-department"), Fate(.unknownDepartment, "ended-department"),
        Fate(.duplicate), Fate(.unclassified), Fate(.incomplete, "not-a-member"),
    ]
    /// By mark of the rows: its fate.
    private(set) var ofMark: [UInt8] = []

    init(_ marks: [EncodedRows.Mark?]) {
        for mark in marks {
            guard let mark else {
                ofMark.append(Self.counted)
                continue
            }
            ofMark.append(UInt8(clamping: fates.count))
            fates.append(Fate(mark.outcome, mark.reason))
        }
    }

    func outcome(_ fate: UInt8) -> RowOutcome { fates[Int(fate)].outcome }

    /// The fate of a row of which nothing is rated.
    static func ofMissing(_ unit: Int32) -> UInt8 {
        switch unit {
        case RatingSearch.Department.ended: endedDepartment
        case RatingSearch.Department.unknown: unknownDepartment
        default: noDepartment
        }
    }
}
