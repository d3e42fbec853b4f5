/// Every name that some page gives to its template.
///
/// Tests hold this list to the pages and to `templates/README.md`.
enum TemplateNames {
    static let all: Set<String> = [
        "actions", "actionsHref", "agreed", "allHidden", "allNotesHref", "allNotesLabel", "allNotesPages", "anchor",
        "answered", "answeredMore", "answers", "asOf", "association", "author", "axis", "bar", "base", "because",
        "body", "caption", "cells", "chain", "change", "chart", "children", "chosen", "commentsHref", "conditions",
        "confidentialityHref", "connected", "contested", "context", "count", "counted", "counts", "current",
        "customer", "customerHref", "customers", "customersHref", "date", "days", "declared", "declaredMore",
        "definition", "delay", "delays", "delaysMore", "department", "departmentLists", "departmentParts",
        "departments", "departmentsHref", "departmentsMore", "depth", "did", "disputed", "downloadHref", "empty",
        "ended", "entries", "example", "examples", "extremes", "facts", "figure", "figures", "files", "further",
        "furtherMore", "groups", "hasChildren", "hasDepartments", "hasEnded", "hasFurther", "hasOpenQuestions",
        "hasParts",
        "hasReference", "hasRows", "hasSiblings", "hasTrail", "hasTree", "hasUnconnected", "headcount", "heading",
        "heads", "heat", "hidden", "hiddenNames", "hiddenSentence", "homeHref", "href", "id", "interval", "isDefault",
        "isFrontline", "isNew", "isService", "kind", "kinds", "label", "lang", "lede", "ledger", "legend", "letter",
        "letters", "mark", "matrix", "measures", "methodHref", "more", "moved", "name", "nav", "new", "next",
        "notApplicable", "noteHref", "noteLink", "notes", "notesHref", "number", "organisation", "others", "othersMore",
        "outcome", "owner",
        "pager",
        "pages", "pageTitle", "pairs", "parts", "position", "previous", "provider", "providerHref", "providers",
        "question", "questions", "questionTables", "range", "rate", "reach", "reason", "receivedView", "release",
        "reply",
        "responses", "rows", "rules", "said", "scale", "scores", "script", "second", "selfView", "sentence",
        "sentences", "servedBy", "servedByMore", "serves", "servesMore", "serviceMapHref", "sets", "share",
        "sheetLetters", "sheets", "shown", "siblings", "side", "sideClass", "sideName", "sides", "siteTitle",
        "smallest", "standard", "standards", "start", "status", "statusClass", "steps", "stylesheet", "surveys",
        "surveysHref", "symbol", "table", "target", "term", "text", "texts", "thanks", "theme", "themes", "tiles",
        "title", "total", "trail", "trailEnd", "tree", "trend", "unclassified", "unconnected", "unconnectedMore",
        "undeclared", "undeclaredMore", "unit", "unrated", "unratedMore", "unread", "until", "value", "verdict",
        "wave", "waves", "when", "within", "word", "wording", "youSaid",
    ]
}
