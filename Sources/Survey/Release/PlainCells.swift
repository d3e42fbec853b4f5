import Parallel
import Report
import Statistics

/// A released cell with its estimates, compared with nothing.
func plainCell(_ cell: ReleasedCell, _ question: Question) -> PublishedCell {
    PublishedCell(
        histogram: cell.histogram,
        figures: question.statistics.compactMap { statistic in
            cell.sample(statistic, of: question).map { Figure(statistic: statistic, estimate: $0.reported) }
        })
}

/// The service map: waves in time, then providers, then customers. Shown pairs, and those that
/// departments declare.
func releaseLinks(_ protected: Protected, _ frame: Frame) -> [ServiceLink] {
    guard let headline = frame.headline else { return [] }
    return Parallel.machine.map(frame.waves.count) { wave in
        protected.links[wave].map { link in
            let cell: Cell =
                switch link.release {
                case .published(let cell): .published(plainCell(cell, frame.questions[headline]))
                case .suppressed: .suppressed
                case .none: .none
                }
            return ServiceLink(
                provider: frame.organisation.id(link.provider), customer: frame.organisation.id(link.customer),
                wave: frame.waves[wave].id, cell: cell)
        }
    }.flatMap(\.self)
}

func releaseRemainders(_ protected: Protected, _ frame: Frame) -> [Remainder] {
    let size = 64
    let all = protected.remainders
    return Parallel.machine.map((all.count + size - 1) / size) { part in
        all[(part * size)..<min(all.count, (part + 1) * size)].map { left in
            Remainder(
                unit: left.unit, side: left.side, wave: left.wave, question: left.question,
                cell: plainCell(left.cell, frame.questions[left.question]))
        }
    }.flatMap(\.self)
}
