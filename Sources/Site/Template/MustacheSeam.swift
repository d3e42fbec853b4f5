import Content
import Mustache

/// The one place that knows the template engine.
///
/// The engine looks values up by reflection unless it is told how, so it only ever sees `MustacheNode`. Its own escaping
/// is switched off by a pragma in front of every template, because a node escapes itself: `{{x}}` and `{{{x}}}` print
/// the same, and no template can print text unescaped.
struct MustacheSeam: Sendable {
    private var library = MustacheLibrary()

    /// Adds a checked template.
    /// - Returns: what the engine has against it, nil if nothing.
    mutating func register(_ text: String, as name: String) -> String? {
        do {
            try library.register("{{% CONTENT_TYPE:TEXT}}" + text, named: name)
            return nil
        } catch let error as MustacheTemplate.ParserError {
            return "\(error.error)"
        } catch {
            return "\(error)"
        }
    }

    /// The template filled with a record, and the names that neither the record nor the strings could answer.
    func render(_ name: String, _ root: [String: TemplateValue], words: any TemplateWords) -> (
        text: String, unknown: [String]
    ) {
        let misses = Misses()
        let node = MustacheNode(value: .record(root), role: .root(words, misses))
        let text = library.render(node, withTemplate: name) ?? ""
        return (text, misses.names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
}

/// What answers `{{t.key}}`.
protocol TemplateWords: Sendable {
    func word(_ key: String) -> String?
}

/// Names that were asked for and not known, during one rendering.
private final class Misses {
    var names: Set<String> = []
}

/// A template value as the engine sees it.
private struct MustacheNode: MustacheParent, MustacheCustomRenderable {
    enum Role {
        case plain
        /// The page's own record: the last to be asked for a name.
        case root(any TemplateWords, Misses)
        case words(any TemplateWords, Misses)
    }
    let value: TemplateValue
    let role: Role

    init(value: TemplateValue, role: Role = .plain) {
        self.value = value
        self.role = role
    }

    func child(named name: String) -> Any? {
        switch role {
        case .plain:
            guard case .record(let record) = value else { return nil }
            return record[name].map(Self.seen)
        case .root(let words, let misses):
            if name == "t" { return MustacheNode(value: .nothing, role: .words(words, misses)) }
            guard case .record(let record) = value, let child = record[name] else {
                misses.names.insert(name)
                return nil
            }
            return Self.seen(child)
        case .words(let words, let misses):
            guard let word = words.word(name) else {
                misses.names.insert("t.\(name)")
                return nil
            }
            return MustacheNode(value: .text(word))
        }
    }

    /// What the engine needs: lists as arrays and conditions as `Bool` in sections, everything else as a node.
    private static func seen(_ value: TemplateValue) -> Any {
        switch value {
        case .list(let list): MustacheList(elements: list.map { MustacheNode(value: $0) })
        case .text, .html, .record, .flag, .nothing: MustacheNode(value: value)
        }
    }

    var renderText: String {
        switch value {
        case .text(let text): escaped(text)
        case .html(let html): html.html
        case .flag, .list, .record, .nothing: ""
        }
    }

    var isNull: Bool { !value.isPresent }
}

/// A list as the engine sees it: a bare array would print its elements' description where a template names it alone.
private struct MustacheList: MustacheSequence, MustacheCustomRenderable {
    let elements: [MustacheNode]

    func makeIterator() -> IndexingIterator<[MustacheNode]> { elements.makeIterator() }
    var renderText: String { "" }
    var isNull: Bool { elements.isEmpty }
}
