import Report
import Testing

@testable import Site

/// What leads a department's page.
@Suite struct TilesTests {
    private func external(_ unit: Int, _ edition: Edition) throws -> TemplateRecord {
        guard case .list(let tiles) = edition.tiles(of: unit), case .record(let first) = tiles.first else {
            throw Missing()
        }
        return first
    }
    private struct Missing: Error {}

    private func reach(_ id: String, _ cells: CellTable = SampleReport.cells) throws -> TemplateValue? {
        let unit = try #require(SampleReport.organisation.unit(DepartmentID(id)))
        return try external(unit, SampleReport.edition(SampleReport.report(cells: cells)))["reach"]
    }

    /// The sample's cells as if nobody outside had been asked about a department.
    private func without(_ id: String) throws -> CellTable {
        var cells = SampleReport.cells
        let unit = try #require(SampleReport.organisation.unit(DepartmentID(id)))
        for wave in SampleReport.waves.indices { cells[unit: unit, side: .external, wave: wave, question: 0] = .none }
        return cells
    }

    @Test("A department without paying customers of its own is told through whom it reaches them")
    func reachOfTheDepot() throws {
        // The depot serves the drivers, and nobody outside was asked about it.
        let drivers = try #require(SampleReport.organisation.unit(DepartmentID("drivers")))
        let figure = SampleReport.edition(SampleReport.report).text(
            of: SampleReport.cells[unit: drivers, side: .external, wave: 2, question: 0], .csat)
        #expect(figure.state == .shown)
        #expect(
            try reach("depot")
                == .text(
                    "What is done here reaches external customers through Drivers: \(figure.value) satisfied there "
                        + "(\(figure.range), \(figure.answers))."))
        // Finance serves the depot: the line goes on from there.
        #expect(
            try reach("finance", without("finance"))
                == .text(
                    "What is done here reaches external customers through Depot & workshop, then Drivers. "
                        + "Drivers: \(figure.value) satisfied (\(figure.range), \(figure.answers))."))
        // A hidden figure stays hidden there too.
        var hidden = SampleReport.cells
        hidden[unit: drivers, side: .external, wave: 2, question: 0] = .suppressed
        #expect(
            try reach("depot", hidden) == .text("What is done here reaches external customers through Drivers."))
    }

    @Test("Who has paying customers, or no chain to them, has their own tile alone")
    func others() throws {
        #expect(try reach("drivers") == .nothing)
        #expect(try reach("it") == .nothing)
        #expect(try reach("support", without("support")) == .nothing)
        #expect(try reach("drivers", without("drivers")) == .nothing)
    }
}
