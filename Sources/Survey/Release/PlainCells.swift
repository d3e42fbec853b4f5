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
    return frame.waves.indices.flatMap { wave in
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
    }
}

func releaseRemainders(_ protected: Protected, _ frame: Frame) -> [Remainder] {
    protected.remainders.map { left in
        Remainder(
            unit: left.unit, side: left.side, wave: left.wave, question: left.question,
            cell: plainCell(left.cell, frame.questions[left.question]))
    }
}
