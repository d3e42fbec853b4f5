package import Content
package import Report

/// Where a theme's score stands.
struct ThemePlace: Hashable, Sendable {
    let theme: ThemeID
    let unit: Int
    let side: Side
}

/// What a standard is about and what it asks for, wherever it is declared.
private struct StandardPlace: Hashable {
    let department: DepartmentID
    let side: Side
    let question: QuestionID
    let statistic: Statistic
    let target: Double
    let wave: WaveID?

    init(_ standard: StandardResult) {
        department = standard.department
        side = standard.side
        question = standard.question
        statistic = standard.statistic
        target = standard.target
        wave = standard.wave
    }
}

/// One edition of the site: what all of its pages share, looked up once.
package struct Edition: Sendable {
    package let report: Report
    package private(set) var content: ContentFolder
    package let asOf: CalendarDate
    package let words: Words
    /// A hash of the files under `data/`; on every page, so that a mixed state of a share can be seen.
    package let release: String
    /// Paths of the style sheet and of the one script; nil where there is no script.
    package let stylesheet: String
    package let script: String?
    /// The tree of the newest wave; of now, where there is no wave yet.
    package let tree: DepartmentTree
    package let chain: ServiceChain
    /// Notes and actions by department, in the order of the content.
    private(set) var notes: [DepartmentID: [Note]]
    private(set) var actions: [DepartmentID: [Action]]
    /// Departments that say they serve a department, in the order of their ids.
    let servers: [DepartmentID: [DepartmentID]]
    /// Units of which comments are released.
    let commentedUnits: Set<Int>
    /// The standards, each once: a note may explain what a line of `targets.csv` declares too.
    let standards: [StandardResult]
    /// The scores of each theme, unit and side, in order of time.
    let themeScores: [ThemePlace: [ThemeScore]]
    /// Links of the newest wave that has any, and by either of their ends.
    /// Hidden ones are declared, whether or not anybody answered.
    let newestLinks: [ServiceLink]
    /// Declared pairs of departments about which nobody answered in that wave.
    let unansweredLinks: [ServiceLink]
    let linksOfProvider: [DepartmentID: [ServiceLink]]
    let linksOfCustomer: [DepartmentID: [ServiceLink]]
    private let newest: [Side: [Int?]]
    private let wordings: Wordings

    package init(
        report: Report, content: ContentFolder, asOf: CalendarDate, words: Words, release: String, stylesheet: String,
        script: String?
    ) {
        self.report = report
        self.content = content
        self.asOf = asOf
        self.words = words
        self.release = release
        self.stylesheet = stylesheet
        self.script = script
        tree = report.trees.last ?? report.organisation.tree(in: WaveID(""), of: [])
        chain = ServiceChain(report.organisation, exists: tree.exists)
        var notes: [DepartmentID: [Note]] = [:]
        for note in content.notes { for id in Edition.departments(of: note) { notes[id, default: []].append(note) } }
        self.notes = notes
        var actions: [DepartmentID: [Action]] = [:]
        for action in content.actions { for id in action.departments { actions[id, default: []].append(action) } }
        self.actions = actions
        var servers: [DepartmentID: [DepartmentID]] = [:]
        for department in report.organisation.departments {
            for served in Set(department.serves) { servers[served, default: []].append(department.id) }
        }
        self.servers = servers
        commentedUnits = Set(report.comments.map(\.unit))
        var declared: Set<StandardPlace> = []
        standards = report.standards.filter { declared.insert(StandardPlace($0)).inserted }
        themeScores = Dictionary(grouping: report.themeScores) {
            ThemePlace(theme: $0.theme, unit: $0.unit, side: $0.side)
        }
        let linked = Set(report.links.filter { $0.cell != .none }.map(\.wave))
        let newestLinked = report.waves.last { linked.contains($0.id) }?.id
        newestLinks = report.links.filter { $0.wave == newestLinked && $0.cell != .none }
        unansweredLinks = report.links.filter { $0.wave == newestLinked && $0.cell == .none }
        linksOfProvider = Dictionary(grouping: newestLinks, by: \.provider)
        linksOfCustomer = Dictionary(grouping: newestLinks, by: \.customer)
        var newest: [Side: [Int?]] = [:]
        for side in Side.allCases {
            newest[side] = report.questions.indices.map { question in
                report.waves.indices.last { wave in
                    report.organisation.units.contains {
                        report.cells[unit: $0, side: side, wave: wave, question: question] != .none
                    }
                }
            }
        }
        self.newest = newest
        wordings = Wordings(report, newest: newest, tree: tree)
    }

    /// The edition as a page sees it that shows some texts only: what it does not get, it cannot depend on.
    func with(
        notes: [Note] = [], ofDepartments: [DepartmentID: [Note]] = [:], actions: [Action] = [],
        ofDepartment: [DepartmentID: [Action]] = [:], departments: [DepartmentPage] = []
    ) -> Edition {
        var edition = self
        edition.content.notes = notes
        edition.notes = ofDepartments
        edition.content.actions = actions
        edition.actions = ofDepartment
        edition.content.departments = departments
        return edition
    }

    /// Departments on whose pages a note stands: those it names, and both sides of a delay.
    static func departments(of note: Note) -> [DepartmentID] {
        var ids = note.departments
        if case .delay(let provider, let customer, _, _, _) = note.kind { ids += [provider, customer] }
        var seen: Set<DepartmentID> = []
        return ids.filter { seen.insert($0).inserted }
    }

    package var organisation: Organisation { report.organisation }

    /// Position of the headline question; nil where no survey asks it.
    package var headline: Int? { report.questions.firstIndex { $0.id == report.headline } }

    /// The newest closed wave in which anybody on a side answered a question: the one that pages show.
    package func wave(_ side: Side, _ question: Int) -> Int? {
        guard let waves = newest[side], waves.indices.contains(question) else { return nil }
        return waves[question]
    }

    /// The wave before that asked a question on a side.
    package func waveBefore(_ wave: Int, _ side: Side, _ question: Int) -> Int? {
        report.waves.indices.prefix(wave).last { earlier in
            report.asked.indices.contains(earlier) && report.asked[earlier].indices.contains(question)
                && report.asked[earlier][question]
        }
    }

    package func cell(_ unit: Int, _ side: Side, _ wave: Int, _ question: Int) -> Cell {
        report.cells[unit: unit, side: side, wave: wave, question: question]
    }

    /// The newest cell of a unit, with its wave; nil where nobody on that side was ever asked.
    package func newestCell(_ unit: Int, _ side: Side, _ question: Int) -> (cell: Cell, wave: Int)? {
        guard let wave = wave(side, question) else { return nil }
        return (cell(unit, side, wave, question), wave)
    }

    /// The page of a unit: the overview for the organisation.
    package func page(of unit: Int) -> String {
        organisation.department(unit).map { PagePath.department($0.id) } ?? PagePath.overview
    }
    package func name(of id: DepartmentID) -> String {
        organisation.unit(id).map { organisation.displayName($0) } ?? id.text
    }

    /// A question in the words in which most people of a side were asked it about a unit, in the newest wave that did; its
    /// id where no words are known.
    package func wording(_ question: Int, _ side: Side, of unit: Int) -> String { wordings.of(question, side, unit) }

    /// True if a side was asked about a unit in other words than in an earlier wave.
    func wordingChanged(_ question: Int, _ side: Side, of unit: Int, from earlier: Int, to wave: Int) -> Bool {
        wordings.changed(question, side, unit, from: earlier, to: wave)
    }

    /// The words for each of the sides, different ones once each and in quotation marks: “…” and “…”.
    func quotedWording(_ question: Int, _ sides: [Side], of unit: Int) -> String {
        var seen: Set<String> = []
        return list(
            sides.map { wording(question, $0, of: unit) }.filter { seen.insert($0).inserted }.map {
                words("quoted", ["text": $0])
            })
    }

    func waveID(_ wave: Int) -> WaveID { report.waves[wave].id }
    package func waveName(_ wave: Int) -> String { report.waves[wave].name }
    package func waveName(_ id: WaveID) -> String { report.waves.first { $0.id == id }?.name ?? id.text }
    package func themeName(_ id: ThemeID) -> String { report.themes.first { $0.id == id }?.name ?? id.text }
}
