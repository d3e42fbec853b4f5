import ByteCoding
import Content
import Diagnostics
import LocatedYAML
import Report
import Site
import Storage
import Survey

/// The whole way from `content/` to a site in memory: read → classify → roll up and protect → render. Each stage takes
/// values and returns a value and what it found; writing is left to the command that asked.
///
/// A stage runs on what the ones before could read, so that all problems are reported at once; the site is made only
/// from content without errors.
struct Pipeline {
    private let options: ContentOptions

    init(_ options: ContentOptions) { self.options = options }

    /// - Parameters:
    ///   - furtherChecks: true to report also what a site can be built with and yet should be looked at.
    ///   - content: the content's texts where they were read already.
    ///   - former: what earlier builds left; nil where everything is to be made.
    func run(
        _ progress: inout Progress, furtherChecks: Bool = false, content: consuming Outcome<ContentInput>? = nil,
        since former: FormerBuild? = nil
    ) -> Outcome<Built> {
        var found: [Diagnostic] = []
        defer { progress.end() }

        // Read: what people wrote, and how each survey is to be read.
        let read = take(read(consume content, former?.texts) { progress.begin($0, options.folder) }, &found)
        let content = read.content

        // Classify, roll up and protect: from here on there are no respondents.
        let inputs = former?.reportInputs(content)
        let kept = furtherChecks ? nil : former?.report(inputs)
        let surveys = kept.map { Outcome(Released(report: $0.report), $0.diagnostics) } ?? release(read, &progress)
        let (report, results) = (surveys.value.report, surveys.value.results)
        found += surveys.diagnostics
        let day = asOf(content, report)
        if furtherChecks {
            progress.begin(.check)
            found += FurtherChecks(read: read, results: results, report: report, day: day.value).diagnose()
        }
        guard !found.hasErrors else { return Outcome(.nothing, found) }

        // Render: the site as bytes.
        progress.begin(.render)
        let templates = take(TemplateFolder.read(overrides: options.templates), &found)
        guard let day = take(day, &found) else { return Outcome(.nothing, found) }
        let base = former?.base(content, day)
        let site = take(
            renderSite(
                SiteInput(
                    report: report, content: content, asOf: day, templates: templates.builtIn,
                    overrides: templates.overrides), since: former?.memory(base)), &found)
        var built = Built(site: site, of: report, from: surveys.value.input)
        if kept == nil, let inputs {
            built.report = KeptReport(inputs: inputs, report: report, diagnostics: surveys.diagnostics)
        }
        built.kept = former?.files(site.kept) ?? []
        if let base, let memory = site.memory { built.site = (base, memory) }
        built.texts = content.kept
        return Outcome(built, found)
    }

    /// What may be known of the surveys, and what it was made of where that is at hand.
    private struct Released {
        let report: Report
        var results: [SurveyResult] = []
        var input: ReportInput?
    }

    private func release(_ read: Read, _ progress: inout Progress) -> Outcome<Released> {
        var found: [Diagnostic] = []
        // Classify: every row to an outcome, every answer to a department, a side and a wave.
        var results: [SurveyResult] = []
        for mapping in read.mappings {
            progress.begin(.classify, mapping.id.text)
            guard let result = take(read.surveys.collect(mapping, in: read.context), &found) else { continue }
            progress.note(rows: result.account.rows)
            results.append(result)
        }

        found += results.checkRepeatedRows()

        // Roll up and protect.
        progress.begin(.rollUp)
        let input = ReportInput(read, results: results)
        let prepared = take(prepare(input) { progress.begin(.protect) }, &found)
        progress.begin(.figures)
        return Outcome(Released(report: makeReport(prepared), results: results, input: input), found)
    }

    /// What people wrote: the first stage, and all that `explain`, `tabulate` and `plan` need.
    func read(
        _ texts: consuming Outcome<ContentInput>? = nil, _ kept: KeptTexts? = nil,
        begin: (Progress.Stage) -> Void = { _ in }
    ) -> Outcome<Read> {
        var found: [Diagnostic] = []
        begin(.read)
        let input = take(consume texts ?? ContentInput.read(options.folder), &found)
        let surveys = take(SurveyFolder.read(input), &found)
        begin(.parseNotes)
        let content = take(ContentFolder.read(files: input.files, surveys: surveys.names, kept: kept), &found)
        let mappings = take(surveys.mappings(for: content), &found)
        let policy = take(DisclosurePolicy.read(content.settings.confidentiality), &found)
        let rulebook = take(input.rulebook(for: content), &found)
        let published = PublishedMemory(content: options.folder)
        let memory = take(published.read(), &found)
        found += content.checkReferences(questions: mappings.questions)
        found += rulebook.checkFields(mappings)
        return Outcome(
            Read(
                content: content, surveys: surveys, mappings: mappings, policy: policy, rulebook: rulebook,
                memory: memory.files, memoryFolder: published.folder, wasPublished: memory.wasPublished), found)
    }

    /// The content as read and checked, before any survey row.
    struct Read {
        let content: ContentFolder
        let surveys: SurveyFolder
        let mappings: [Mapping]
        let policy: DisclosurePolicy
        let rulebook: Rulebook
        /// What was published before, and whether it was.
        let memory: [MemoryFile]
        let memoryFolder: String
        let wasPublished: Bool

        var context: CollectionContext {
            CollectionContext(
                rulebook: rulebook, organisation: content.organisation, calendar: content.settings.calendar,
                key: policy.key, comparesRows: mappings.count > 1)
        }
    }

    private func take<Value>(_ outcome: Outcome<Value>, _ found: inout [Diagnostic]) -> Value {
        found += outcome.diagnostics
        return outcome.value
    }

    /// The day on which the site speaks: asked for, written in `site.yml`, or the newest response or note.
    private func asOf(_ content: ContentFolder, _ report: Report) -> Outcome<CalendarDate?> {
        let newest = (content.notes.map(\.date) + [report.newestResponse].compactMap { $0 }).max()
        if let day = options.day ?? content.settings.asOf ?? newest { return Outcome(day) }
        return Outcome(
            nil,
            [
                .error(
                    "no-date", at: SourceLocation(file: "\(options.folder)/site.yml"),
                    "neither a response nor a note has a date, so the site cannot say of which day it speaks",
                    remedy: "write as_of: YYYY-MM-DD, or give --as-of")
            ])
    }
}

/// A site in memory.
struct Built {
    var files: [StagedFile]
    /// Files of it that an earlier build left, and that are the same.
    var kept: [KeptFile] = []
    /// What the next build need not make again, and of what all of it was made.
    var site: (base: ContentDigest, memory: SiteMemory)?
    /// What was released of the surveys, if this build made it.
    var report: KeptReport?
    /// What it need not read again.
    var texts: [KeptTexts.File] = []
    /// What it was made from, such as "7410 rows of 4 surveys, 61 pages".
    let summary: String
    /// What its report was made from, for those who are to remember a publication; nil without a site.
    let reportInput: ReportInput?

    /// No site, because the content has errors.
    static let nothing = Built(files: [], summary: "", reportInput: nil)

    private init(files: [StagedFile], summary: String, reportInput: ReportInput?) {
        self.files = files
        self.summary = summary
        self.reportInput = reportInput
    }

    init(site: RenderedSite, of report: Report, from input: ReportInput?) {
        let surveys = report.surveys.count
        let rows = report.surveys.reduce(0) { $0 + $1.rows }
        let pages = (site.made.map(\.path) + site.kept).count { $0.hasSuffix(".html") }
        self.init(
            files: site.made.map { StagedFile(path: $0.path, bytes: $0.bytes) },
            summary: "\(rows) rows of \(surveys) \(surveys == 1 ? "survey" : "surveys"), \(pages) pages",
            reportInput: input)
    }
}

extension ReportInput {
    init(_ read: Pipeline.Read, results: [SurveyResult]) {
        let (content, settings) = (read.content, read.content.settings)
        self.init(
            organisation: content.organisation, calendar: settings.calendar, policy: read.policy,
            headline: settings.headline,
            themes: settings.themes, comparesYearAgo: settings.compare.contains(.yearAgo),
            releasesComments: settings.comments != .none, surveys: results, rulebook: read.rulebook.forReaders,
            standards: content.standards.map(\.standard), memory: read.memory,
            memoryFolder: read.memoryFolder, wasPublished: read.wasPublished)
    }
}

extension Rulebook {
    /// The rulebook as readers are to see it.
    var forReaders: RulebookDescription {
        RulebookDescription(
            rules: rules.map { rule in
                RulebookDescription.Rule(
                    name: rule.name, side: rule.side, kind: rule.kind, because: rule.because,
                    conditions: rule.conditions.flatMap(\.account))
            }, isDefault: isDefault)
    }
}

extension [Mapping] {
    /// The questions of all mappings, each once.
    var questions: [Question] {
        var seen: Set<QuestionID> = []
        return flatMap(\.questions).compactMap { mapped in
            guard seen.insert(mapped.id).inserted else { return nil }
            return Question(
                id: mapped.id, measure: mapped.measure, scale: mapped.scale, theme: mapped.theme,
                isReceived: mapped.about == .own)
        }
    }
}
