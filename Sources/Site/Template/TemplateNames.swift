/// Every name that some page gives to its template.
///
/// Tests hold this list to the pages and to `templates/README.md`.
enum TemplateNames {
    static let all: Set<String> = [
        "actions", "actionsHref", "agreed", "allHidden", "allNotesHref", "allNotesLabel", "anchor", "answered",
        "answers", "asOf", "association", "author", "axis", "bar", "base", "because", "body", "caption", "cells",
        "chain", "change", "chart", "children", "chosen", "commentsHref", "conditions", "confidentialityHref",
        "connected", "contested", "context", "count", "counted", "counts", "current", "customer", "customerHref",
        "customers", "customersHref", "date", "days", "declared", "definition", "delay", "delays", "department",
        "departmentLists", "departments", "departmentsHref", "departmentsMore", "depth", "did", "disputed",
        "downloadHref", "empty", "ended", "entries", "example", "examples", "extremes", "facts", "figure",
        "figures", "files", "groups", "hasDepartments", "hasEnded", "hasOpenQuestions", "hasReference", "hasRows",
        "hasSiblings", "hasTrail", "hasTree", "hasUnconnected", "headcount", "heading", "heads", "heat", "hidden",
        "hiddenNames", "hiddenSentence", "homeHref", "href", "id", "interval", "isDefault", "isFrontline", "isNew",
        "isService", "kind", "kinds", "label", "lang", "lede", "ledger", "legend", "letter", "letters", "matrix",
        "mark", "measures", "methodHref", "more", "moved", "name", "nav", "new", "next", "notApplicable", "noteHref",
        "notes", "notesHref", "number", "organisation", "outcome", "owner", "pageTitle", "pager", "pairs", "parts",
        "position", "previous", "provider", "providerHref", "providers", "question", "questionTables", "questions",
        "range", "rate", "reason", "receivedView", "release", "reply", "responses", "rows", "rules", "said",
        "scale", "scores", "script", "second", "selfView", "sentence", "sentences", "servedBy", "serves",
        "serviceMapHref", "sets", "share", "sheetLetters", "sheets", "shown", "siblings", "side", "sideClass",
        "sideName", "sides", "siteTitle", "smallest", "standard", "standards", "start", "status", "statusClass",
        "steps", "stylesheet", "surveys", "surveysHref", "symbol", "table", "target", "term", "text", "texts",
        "thanks", "theme", "themes", "tiles", "title", "total", "trail", "trailEnd", "tree", "trend",
        "unclassified", "unconnected", "undeclared", "unit", "unrated", "unread", "until", "value", "verdict",
        "wave", "waves", "when", "within", "word", "wording", "youSaid",
    ]
}
