import Report

/// What is decided about every cell and link; the only thing that figures are made from.
struct Protected: Sendable {
    var table: ReleasedTable
    /// By wave: links with somebody in them.
    var links: [[(provider: Int, customer: Int, release: Release)]]
    var remainders: [(unit: Int, side: Side, wave: Int, question: Int, cell: ReleasedCell)]
}
