import Content
import Report

/// `comments/NAME.html`: released comments of one unit, on a page of their own, so that a share can guard the folder.
func commentsPage(_ unit: Int, _ sets: [CommentSet], _ edition: Edition) -> Page {
    let words = edition.words
    let id = edition.organisation.id(unit)
    let path = PagePath.comments(id)
    let name = edition.organisation.displayName(unit)
    let commenters = sets.reduce(0) { $0 + $1.commenters }
    return Page(
        path: path, template: "comments", heading: words.count("comments-heading", commenters, ["name": name]),
        title: words("comments-title", ["name": name]),
        trail: edition.trail(of: unit) + [Page.Trail(path: edition.page(of: unit), label: name)],
        content: [
            "chosen": .text(words("comments-chosen", ["n": words.whole(edition.report.confidentiality.comments)])),
            "sets": .records(
                sets.map { set in
                    [
                        "question": .text(set.question), "symbol": .html(Charts.symbol(set.side)),
                        "side": .text(words.side(set.side).capitalisedFirst), "wave": .text(edition.waveName(set.wave)),
                        "count": .text(words.count("commented", set.commenters)), "texts": .texts(set.texts),
                        "more": .optional(set.more > 0 ? words.count("comments-more", set.more) : nil),
                    ]
                }),
        ])
}
