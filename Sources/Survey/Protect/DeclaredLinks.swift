import Report

/// Lists the declared pairs of the service map that are not shown, whether or not anybody answered, so that the list does
/// not tell who did.
///
/// A pair of a childless provider is hidden, or without answers where its provider is known to have none; nothing here
/// looks at what is hidden. Pairs that nobody declared are listed only where they are shown.
func addDeclaredLinks(to result: inout Protected, _ frame: Frame) {
    guard let headline = frame.headline else { return }
    for wave in frame.waves.indices {
        let tree = frame.trees[wave]
        if frame.asked[wave][headline], result.table[0, .internal, wave, headline] != .none {
            let shown = Set(result.links[wave].map { PairKey(provider: $0.provider, customer: $0.customer) })
            for provider in tree.depthFirst where tree.children[provider].isEmpty {
                let release = result.table[provider, .internal, wave, headline]
                let declared = (frame.organisation.department(provider)?.serves ?? [])
                    .compactMap { frame.organisation.unit($0) }
                for customer in Set(declared) where customer != provider && tree.exists[customer] {
                    guard !shown.contains(PairKey(provider: provider, customer: customer)) else { continue }
                    result.links[wave].append(
                        ReleasedLink(
                            provider: provider, customer: customer, release: release == .none ? .none : .suppressed))
                }
            }
        }
        result.links[wave].sort { ($0.provider, $0.customer) < ($1.provider, $1.customer) }
    }
}
