/// The search index as classic scripts, `search/index-1.js` on: loaded on the search page alone, one after the other.
package struct SearchIndex: Sendable {
    package let files: [OutputFile]
    /// Entries in the order given: better first, where two match equally well.
    package init(_ entries: [SearchEntry]) { files = [] }
}
