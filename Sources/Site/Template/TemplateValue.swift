package import Content

/// All that a template can be given: a closed tree, so that a page prints what was put into it and nothing that a type
/// happens to hold.
///
/// Whether a value is escaped is a property of the value, never of the template: `text` always is, `html` never.
package enum TemplateValue: Sendable, Hashable {
    /// Plain text, escaped where it is printed.
    case text(String)
    /// Markup made by this program or by Markdown in safe mode, printed as it is.
    case html(SafeHTML)
    /// A condition for a section; prints nothing.
    case flag(Bool)
    /// Repeats a section once per element.
    case list([TemplateValue])
    /// Named values. A record lists every name that it may have: what is absent is `nothing`.
    case record([String: TemplateValue])
    /// An absent value: prints nothing, a false condition.
    case nothing

    /// Text, or `nothing` for nil.
    package static func optional(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .nothing }
    /// Markup, or `nothing` for nil.
    package static func optional(_ html: SafeHTML?) -> TemplateValue { html.map { .html($0) } ?? .nothing }
    /// A record, or `nothing` for nil.
    package static func optional(_ record: [String: TemplateValue]?) -> TemplateValue {
        record.map { .record($0) } ?? .nothing
    }
    /// A list of records.
    package static func records(_ records: [[String: TemplateValue]]) -> TemplateValue {
        .list(records.map { .record($0) })
    }
    /// A list of paragraphs or other texts.
    package static func texts(_ texts: [String]) -> TemplateValue { .list(texts.map { .text($0) }) }

    /// True unless it is empty, false or absent.
    package var isPresent: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .html(let html): !html.isEmpty
        case .flag(let flag): flag
        case .list(let list): !list.isEmpty
        case .record: true
        case .nothing: false
        }
    }
}

extension TemplateValue: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
}

/// The named values of a template or of one element of a list.
package typealias TemplateRecord = [String: TemplateValue]
