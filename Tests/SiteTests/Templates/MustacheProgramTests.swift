import Content
import Testing

@testable import Site

/// The language of the templates, case by case: what a tag prints, what it leaves of its line, what it looks up.
@Suite struct MustacheProgramTests {
    private static let record: TemplateRecord = [
        "name": "Ada", "sign": "<&\"'>", "empty": "", "yes": .flag(true), "no": .flag(false), "absent": .nothing,
        "html": .html(SafeHTML(trusted: "<b>")), "letters": .texts(["a", "b", "c"]), "none": .list([]),
        "unit": .record(["name": "Desk", "head": .record(["name": "Bo", "title": "Chief"])]),
        "rows": .records([["n": "1", "cells": .texts(["x", "y"])], ["n": "2", "cells": .list([])]]),
        "lines": "one\ntwo",
    ]

    private func fill(_ template: String, _ partials: [String: String] = [:]) -> String {
        var seam = MustacheSeam()
        for (name, text) in partials { #expect(seam.register(text, as: name, firstLineStands: true) == nil) }
        #expect(seam.register(template, as: "page", firstLineStands: true) == nil)
        return seam.render("page", Self.record, words: Words(language: "en", texts: ["hello": "Good day"])).text
    }

    @Test(arguments: [
        ("", ""), ("words alone { } }} {", "words alone { } }} {"), ("a\n\nb\n", "a\n\nb\n"),
        ("{{name}}", "Ada"), ("| {{ name }} |", "| Ada |"), ("{{\n name\n}}", "Ada"), ("  {{name}}\n", "  Ada\n"),
        ("{{sign}}", "&lt;&amp;&quot;&#39;&gt;"), ("{{html}}", "<b>"),
        ("{{{name}}}|{{&name}}|{{& name }}", "Ada|Ada|Ada"),
        ("({{empty}})({{absent}})({{no}})({{yes}})({{letters}})({{unit}})", "()()()()()()"),
        ("{{t.hello}}", "Good day"),
    ])
    func variables(_ template: String, _ expected: String) { #expect(fill(template) == expected) }

    @Test(arguments: [
        ("{{unit.name}}", "Desk"), ("{{unit.head.name}}", "Bo"), ("({{unit.foot.name}})", "()"),
        ("{{#unit.head}}{{title}} {{name}}{{/unit.head}}", "Chief Bo"), ("({{unit.name.length}})", "()"),
        // The first part is looked for outwards, the others only in what it found.
        ("{{#unit}}{{head.name}}{{/unit}}", "Bo"), ("{{#rows}}({{unit.name}}){{/rows}}", "(Desk)(Desk)"),
        ("{{#unit}}({{name.title}}){{/unit}}", "()"),
    ])
    func dottedNames(_ template: String, _ expected: String) { #expect(fill(template) == expected) }

    @Test(arguments: [
        ("{{#yes}}in{{/yes}}", "in"), ("({{#no}}in{{/no}})", "()"), ("({{#absent}}in{{/absent}})", "()"),
        ("({{#empty}}in{{/empty}})", "()"), ("({{#none}}in{{/none}})", "()"),
        ("{{#name}}Dear {{.}}{{/name}}", "Dear Ada"),
        ("{{#letters}}({{.}}){{/letters}}", "(a)(b)(c)"), ("{{#unit}}{{name}}{{/unit}} {{name}}", "Desk Ada"),
        ("{{#rows}}{{n}}:{{#cells}}{{.}}{{n}}{{/cells}};{{/rows}}", "1:x1y1;2:;"),
        ("{{#rows}}{{name}}{{/rows}}", "AdaAda"), ("{{# yes }}in{{/ yes }}", "in"),
        ("{{#yes}}{{#no}}a{{/no}}{{#yes}}b{{/yes}}{{/yes}}", "b"), ("a{{#yes}} {{/yes}}b", "a b"),
    ])
    func sections(_ template: String, _ expected: String) { #expect(fill(template) == expected) }

    @Test(arguments: [
        ("{{^no}}out{{/no}}", "out"), ("({{^yes}}out{{/yes}})", "()"), ("{{^none}}out{{/none}}", "out"),
        ("({{^letters}}out{{/letters}})", "()"), ("{{^absent}}out{{/absent}}", "out"),
        ("({{^unit}}out{{/unit}})", "()"),
        ("{{^empty}}out{{/empty}}", "out"), ("{{^no}}{{^no}}{{name}}{{/no}}{{/no}}", "Ada"),
    ])
    func invertedSections(_ template: String, _ expected: String) { #expect(fill(template) == expected) }

    /// A section, a comment or a delimiter tag that has a line to itself takes the line with it.
    @Test(arguments: [
        ("a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"), ("a\n  {{#yes}}  \nb\n\t{{/yes}}\nc\n", "a\nb\nc\n"),
        ("a\n{{^no}}\nb\n{{/no}}\nc", "a\nb\nc"), ("{{#yes}}\nb\n{{/yes}}", "b\n"),
        ("  {{#yes}}\nb\n  {{/yes}}", "b\n"),
        ("a {{#yes}}\nb\n{{/yes}} c\n", "a \nb\n c\n"), ("{{#yes}}b{{/yes}}\n", "b\n"),
        ("|\r\n{{#yes}}\r\n{{/yes}}\r\n|", "|\r\n|"),
        ("a\n{{! said }}\nb\n", "a\nb\n"), ("a {{! said }} b\n", "a  b\n"), ("a\n{{!\n long\n}}\nb", "a\nb"),
        ("  {{! said }}\nb", "b"), ("a\n{{=<% %>=}}\n<%name%> {{name}}\n", "a\nAda {{name}}\n"),
        ("{{#letters}}\n- {{.}}\n{{/letters}}\n", "- a\n- b\n- c\n"), (" {{#no}}\n a\n {{/no}}\n b", " b"),
    ])
    func linesOfTags(_ template: String, _ expected: String) { #expect(fill(template) == expected) }

    @Test(arguments: [
        ("{{=<% %>=}}<%name%>{{name}}", "Ada{{name}}"), ("{{= | | =}}|#yes||name||/yes|", "Ada"),
        ("{{=<% %>=}}<%={{ }}=%>{{name}}", "Ada"), ("{{=[ ]=}}[&name][! said ]", "Ada"),
        ("{{#yes}}{{=<% %>=}}<%name%><%/yes%>", "Ada"),
    ])
    func otherDelimiters(_ template: String, _ expected: String) { #expect(fill(template) == expected) }

    @Test func delimitersEndWithTheirFile() {
        #expect(fill("{{=<% %>=}}<%>part%>", ["part": "{{name}}<%name%>"]) == "Ada<%name%>")
        #expect(fill("{{>part}}{{name}}", ["part": "{{=<% %>=}}<%name%>"]) == "AdaAda")
    }

    @Test(arguments: [
        ("({{>part}})", "{{name}}", "(Ada)"), ("{{#unit}}{{>part}}{{/unit}}", "{{name}}", "Desk"),
        ("({{> part }})", "x", "(x)"), ("({{>other}})", "x", "()"), ("a {{>part}}\nb", "x\n", "a x\n\nb"),
        ("a\n{{>part}}\nb\n", "x\n", "a\nx\nb\n"), ("|\n{{>part}}", "x", "|\nx"),
        ("  {{>part}}\n|", ">\n>", "  >\n  >|"),
        (" {{>part}}\n", "{{#letters}}\n{{.}}\n{{/letters}}\n", " a\n b\n c\n"),
        // Indented are the lines of the file, never those of a value.
        ("  {{>part}}\n", "({{lines}})\n", "  (one\ntwo)\n"), ("  {{name}}  {{>part}}\n", "x\ny\n", "  Ada  x\ny\n\n"),
        (" {{>part}}\n", "{{#yes}}a{{/yes}}\n{{^no}}b{{/no}}\n", " a\n b\n"),
    ])
    func partials(_ template: String, _ part: String, _ expected: String) {
        #expect(fill(template, ["part": part]) == expected)
    }

    @Test func indentationsAddUp() {
        #expect(
            fill(" {{>outer}}\n", ["outer": "o\n  {{>inner}}\no\n", "inner": "i\ni\n"]) == " o\n   i\n   i\n o\n")
    }

    @Test func aPartialMayHoldItselfWhereTheValuesEnd() {
        var seam = MustacheSeam()
        _ = seam.register("{{n}}{{#rows}}<{{>node}}>{{/rows}}", as: "node")
        let tree: TemplateRecord = [
            "n": "X", "rows": .records([["n": "Y", "rows": .list([])]]),
        ]
        #expect(seam.render("node", tree, words: Words(language: "en", texts: [:])).text == "X<Y>")
    }

    /// On the first line of a page's file, a tag leaves its line end.
    @Test func theFirstLineOfAFile() {
        var seam = MustacheSeam()
        _ = seam.register("{{#yes}}\na\n{{/yes}}\nb", as: "page")
        #expect(seam.render("page", Self.record, words: Words(language: "en", texts: [:])).text == "\na\nb")
    }

    @Test(arguments: [
        "{{name", "{{{name}}", "{{#yes}}", "{{/yes}}", "{{#yes}}{{/no}}", "{{=<%=}}", "{{=<% %> !=}}", "{{}}",
        "{{# }}{{/ }}",
        "{{two words}}", "{{#yes}}{{^no}}{{/yes}}{{/no}}", "{{! never ends",
    ])
    func brokenTemplates(_ template: String) {
        var seam = MustacheSeam()
        #expect(seam.register(template, as: "page") != nil)
    }

    @Test func whatNobodyAnswersIsNamed() {
        var seam = MustacheSeam()
        _ = seam.register("{{b}}{{#yes}}{{a}}{{/yes}}{{t.none}}{{#b}}{{never}}{{/b}}{{unit.x}}", as: "page")
        let filled = seam.render("page", Self.record, words: Words(language: "en", texts: [:]))
        #expect(filled.unknown == ["a", "b", "t.none"])
        #expect(filled.text == "")
    }
}
