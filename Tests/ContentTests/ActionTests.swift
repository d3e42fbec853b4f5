import Content
import Diagnostics
import Report
import Testing

/// Actions out of task items, and what can be wrong in their brackets.
struct ActionTests {
    private func read(_ item: String) -> (action: Action?, messages: [String]) {
        let outcome = folder([
            "notes/a.md": note("Text.\n\n\(item)\n", front: "departments: [finance]\n"),
            "departments/it-service-desk.md": "---\nname: IT Service Desk\naliases: [IT]\n---\n",
        ])
        return (outcome.value.actions.first, outcome.diagnostics.map(\.rendered))
    }

    @Test func anActionHasAllItsParts() throws {
        let (found, messages) = read(
            "- [ ] Publish the *queue* times (owner: IT service  desk, due: 2026-05-01, moves: informed)")
        let action = try #require(found)
        #expect(messages == [])
        #expect(action.text.html == "Publish the <em>queue</em> times")
        #expect(action.plain == "Publish the queue times")
        #expect(!action.isDone)
        #expect(action.owner == "IT service  desk")
        #expect(action.ownerDepartment == DepartmentID("it-service-desk"))
        #expect(action.due == CalendarDate(year: 2026, month: 5, day: 1))
        #expect(action.moves == "informed")
        #expect(action.departments == [DepartmentID("finance")])
        #expect(action.note == "a" && action.noteTitle == "A note")
        #expect(action.location == SourceLocation(file: "content/notes/a.md", line: 8, column: 3))
    }

    /// What stands in the table of actions need not stand in the text too, in words for this program.
    @Test func theBracketIsNotPartOfTheText() throws {
        let found = folder([
            "notes/a.md": note(
                """
                - [ ] Publish the *queue* times
                  (owner: IT service desk, due: 2026-05-01)
                - [x] Call **back (done: 2026-04-02)**
                - [ ] Meet (as agreed)
                - Finance (owner: nobody)
                """)
        ]).value.notes.first
        let text = try #require(found)
        #expect(text.plain == "Publish the queue times Call back Meet (as agreed) Finance (owner: nobody)")
        let html = text.body.html
        #expect(!html.contains("IT service desk") && !html.contains("done:"))
        #expect(html.contains("Publish the <em>queue</em> times</label>"))
        #expect(html.contains("Meet (as agreed)") && html.contains("Finance (owner: nobody)"))
        #expect(text.actions.map(\.owner) == ["IT service desk", nil, nil])
    }

    @Test func doneTasksAndPlainOnes() throws {
        let done = try #require(read("- [x] Thing (owner: Jo, done: 2026-05-12)").action)
        #expect(done.isDone && done.done == CalendarDate(year: 2026, month: 5, day: 12) && done.ownerDepartment == nil)
        let plain = try #require(read("* [X] Thing (as agreed)").action)
        #expect(plain.isDone && plain.done == nil && plain.plain == "Thing (as agreed)" && plain.owner == nil)
    }

    @Test(arguments: [
        "- [ ] Meet at 10 (room: B)", "- [ ] See (https://x.example/a)", "- [ ] Call (10:30, 11:30)",
        "- [ ] Thing (one, two)", "- [ ] Thing ()",
    ])
    func bracketsThatAreNoKeysStayText(_ item: String) throws {
        let (found, messages) = read(item)
        let action = try #require(found)
        if item.contains("room") {
            #expect(messages.count == 1)
        } else {
            #expect(messages == [])
            #expect(item.hasSuffix(action.plain))
        }
    }

    @Test func theBracketMayFollowMarkupAndALineBreak() throws {
        let action = try #require(read("- [ ] Tell `all` **of them**\n  (owner: Finance,\n  due: 2026-01-02)").action)
        #expect(action.plain == "Tell all of them")
        #expect(action.text.html == "Tell <code>all</code> <strong>of them</strong>")
        #expect(action.due == CalendarDate(year: 2026, month: 1, day: 2))
        #expect(action.ownerDepartment == DepartmentID("finance"))
    }

    @Test(arguments: [
        (
            "(owner: A, due 2026-05-01)",
            "`due 2026-05-01` in the bracket of an action has no key; write `key: value` with commas between: owner, due, done, moves",
            24
        ),
        ("(owner: A, deu: 2026-05-01)", "an action has no key `deu`; did you mean `due`?", 24),
        ("(owner: A, budget: 5)", "an action has no key `budget`; known keys: owner, due, done, moves", 24),
        ("(owner: A, owner: B)", "the key `owner` stands twice in the bracket of an action; keep one of them", 24),
        ("(due: 1 May)", "`due: 1 May`: due must be a day; write it as in 2026-03-31", 14),
        ("(due: 2026-02-30)", "`due: 2026-02-30`: due must be a day; write it as in 2026-03-31", 14),
        ("(owner: )", "the key `owner` of an action is empty; write a value, or leave the key out", 14),
    ])
    func wrongBracketsAreErrorsAtTheirPlace(_ bracket: String, _ message: String, _ column: Int) {
        let line = "- [ ] Thing \(bracket)"
        let caret = String(repeating: " ", count: column - 1) + "^"
        #expect(
            read(line).messages == [
                "content/notes/a.md:8:\(column): error[action-key]: \(message)\n  8 | \(line)\n    | \(caret)"
            ])
    }

    @Test func anActionWithoutWordsOrWithADayButNoTick() {
        #expect(
            read("- [ ] (owner: A)").messages == [
                "content/notes/a.md:8: error[action-text]: the action does not say what to do; write it behind the box\n  8 | - [ ] (owner: A)"
            ])
        #expect(
            read("- [ ] Thing (done: 2026-01-01)").messages == [
                "content/notes/a.md:8: error[action-key]: the action has a day of `done` and its box is not ticked; write `[x]`, or take `done` off\n  8 | - [ ] Thing (done: 2026-01-01)"
            ])
        #expect(
            read("- [] Thing").messages == [
                "content/notes/a.md:8: warning[task-form]: this item begins with `[]`, which is no task; write `[ ]` or `[x]` for a task\n  8 | - [] Thing"
            ])
    }

    @Test func actionsOfDepartmentTextsAndNestedOnesCount() {
        let outcome = folder(["departments/finance.md": "---\nname: Finance\n---\n- a\n  - [ ] b\n    - [x] c\n"])
        #expect(outcome.value.actions.map(\.plain) == ["b", "c"])
        #expect(outcome.value.actions.map(\.isDone) == [false, true])
        #expect(outcome.value.actions.allSatisfy { $0.departments == [DepartmentID("finance")] && $0.note == nil })
    }
}
