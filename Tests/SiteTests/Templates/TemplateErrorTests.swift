import Content
import Diagnostics
import Testing

@testable import Site

/// What is wrong in a template is an error at its place; nothing is rendered as silence.
@Suite struct TemplateErrorTests {
    private func errors(_ name: String, _ text: String) -> [String] {
        let file = SourceFile(path: "mine/\(name)", name: name, text: text)
        var input = SampleReport.input
        input = SiteInput(
            report: input.report, content: input.content, asOf: input.asOf, templates: input.templates,
            overrides: [file])
        return renderSite(input).diagnostics.map { "\($0.location) \($0.code)" }
    }

    @Test func unknownNameHasItsPlace() {
        #expect(
            errors("method.mustache", "{{>head}}\n<p>{{headng}}</p>\n{{>foot}}\n") == [
                "mine/method.mustache:2:4 unknown-template-name"
            ])
    }

    /// Names of other pages are known, but this page cannot answer them.
    @Test func nameOfAnotherPageHasItsPlace() {
        #expect(
            errors("method.mustache", "{{>head}}\n{{said}}\n{{>foot}}") == [
                "mine/method.mustache:2:1 unknown-template-name"
            ])
    }

    @Test func unknownNameInASectionThatIsNeverShown() {
        #expect(
            errors("method.mustache", "{{>head}}{{#script}}{{^script}}\n {{secret}}{{/script}}{{/script}}{{>foot}}")
                == ["mine/method.mustache:2:2 unknown-template-name"])
    }

    @Test func sectionsAndPartialsWithoutEndAreErrors() {
        let deep =
            String(repeating: "{{#tiles}}", count: Limits.templateDepth.most + 1)
            + String(repeating: "{{/tiles}}", count: Limits.templateDepth.most + 1)
        #expect(
            errors("method.mustache", deep) == [
                "mine/method.mustache:1:\(10 * Limits.templateDepth.most + 1) template-depth"
            ])
        // Each contains the next twice: the last would stand a million times on the page.
        let chain = (0..<20).map { number in
            SourceFile(
                path: "mine/p\(number).mustache", name: "p\(number).mustache",
                text: number < 19 ? "{{>p\(number + 1)}}{{>p\(number + 1)}}" : "x")
        }
        let found = TemplateSet.load(base: chain, overrides: []).diagnostics
        #expect(found.allSatisfy { $0.code == "template-size" })
        #expect(found.map(\.location.file).contains("mine/p0.mustache"))
        #expect(!found.map(\.location.file).contains("mine/p12.mustache"))
    }

    @Test func unknownStringAndPartial() {
        #expect(
            errors("method.mustache", "{{>head}}{{t.no-such}}{{>foot}}") == ["mine/method.mustache:1:10 unknown-string"]
        )
        #expect(errors("method.mustache", "{{>head}}\n{{>feet}}") == ["mine/method.mustache:2:1 unknown-partial"])
    }

    @Test func partialsThatContainEachOther() {
        #expect(errors("foot.mustache", "{{>head}}\n{{>foot}}") == ["mine/foot.mustache:2:1 circular-partial"])
    }

    @Test(arguments: [
        ("{{{heading}}}", "1:1"), ("{{&heading}}", "1:1"), ("a\n {{=<% %>=}}", "2:2"),
        ("{{% CONTENT_TYPE:HTML}}", "1:1"),
        ("{{upper(heading)}}", "1:1"), ("{{<head}}{{/head}}", "1:1"), ("{{$block}}{{/block}}", "1:1"),
        ("{{>*heading}}", "1:1"),
        ("{{heading", "1:1"), ("{{}}", "1:1"), ("{{site.title}}", "1:1"), ("{{#lang}}", "1:1"), ("{{/lang}}", "1:1"),
        ("{{#lang}}{{#asOf}}{{/lang}}{{/asOf}}", "1:19"),
    ])
    func tagsOutsideTheLanguage(_ text: String, _ place: String) {
        #expect(errors("method.mustache", text).first == "mine/method.mustache:\(place) template-syntax")
    }

    @Test func textIsAlwaysEscapedAndMarkupNever() {
        var seam = MustacheSeam()
        #expect(seam.register("<a title=\"{{x}}\">{{x}}</a>{{y}}{{#z}}{{.}};{{/z}}", as: "page") == nil)
        let words = Words(language: "en", texts: [:])
        let result = seam.render(
            "page",
            [
                "x": .text("\"<b>'&\u{0}"), "y": .html(SafeHTML(trusted: "<i>y</i>")), "z": .texts(["<", ">"]),
            ], words: words)
        #expect(
            result.text
                == "<a title=\"&quot;&lt;b&gt;&#39;&amp;\u{FFFD}\">&quot;&lt;b&gt;&#39;&amp;\u{FFFD}</a><i>y</i>&lt;;&gt;;"
        )
        #expect(result.unknown == [])
    }

    @Test func aPartialEscapesLikeItsPage() {
        var seam = MustacheSeam()
        _ = seam.register("{{x}}", as: "part")
        _ = seam.register("{{>part}}\n{{#list}}{{>part}}{{/list}}", as: "page")
        let result = seam.render(
            "page", ["x": "<", "list": .records([["x": ">"]])], words: Words(language: "en", texts: [:]))
        #expect(result.text == "&lt;\n&gt;")
    }

    @Test func aTextPrintsNothingOfWhatHoldsIt() {
        var seam = MustacheSeam()
        _ = seam.register("{{x}}{{#x}}{{value}}{{role}}{{/x}}{{flag}}{{list}}", as: "page")
        let result = seam.render(
            "page", ["x": .record(["a": "1"]), "flag": .flag(true), "list": .texts(["1"])],
            words: Words(language: "en", texts: [:]))
        #expect(result.text == "")
        #expect(result.unknown == ["role", "value"])
    }

    @Test func overridingOneFileLeavesTheOthers() {
        let file = SourceFile(
            path: "mine/foot.mustache", name: "foot.mustache", text: "</main>MINE\r\n</body>\n</html>\n")
        let input = SampleReport.input
        let site = renderSite(
            SiteInput(
                report: input.report, content: input.content, asOf: input.asOf, templates: input.templates,
                overrides: [file]))
        #expect(site.diagnostics == [])
        let pages = site.value.filter { $0.path.hasSuffix(".html") }
        #expect(pages.allSatisfy { String(decoding: $0.bytes, as: UTF8.self).contains("</main>MINE\n") })
    }
}
