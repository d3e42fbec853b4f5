import Content
import Report

/// `index.html`: the organisation as a whole.
func overviewPage(_ edition: Edition) -> Page {
    let settings = edition.content.settings
    return Page(
        path: PagePath.overview, template: "index", heading: overviewHeading(edition), title: settings.title,
        content: [:])
}

/// The finding that leads the site, or its title where nothing can be said yet.
private func overviewHeading(_ edition: Edition) -> String {
    edition.content.settings.title
}
