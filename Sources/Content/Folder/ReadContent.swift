package import Diagnostics
package import Report

extension ContentFolder {
    /// Reads and checks the text files of the content folder: `site.yml`, `departments/*.md`, `notes/**/*.md`,
    /// `targets.csv`; other files are left alone. All problems are reported at once; after errors the value holds what
    /// could be read.
    ///
    /// - Parameters:
    ///   - files: the files with their names relative to the content folder, in any order.
    ///   - surveys: the names of the survey files, so that texts can link to a survey's page.
    package static func read(files: [SourceFile], surveys: [String] = []) -> Outcome<ContentFolder> {
        let place = SourceLocation(file: "site.yml")
        let settings = SiteSettings(
            title: "", organisation: "", headline: QuestionID("overall"), headlineLocation: place)
        return Outcome(ContentFolder(settings: settings, organisation: Organisation(name: "", departments: [])))
    }

    /// Checks what only the surveys' mappings know: that the headline question, the questions of standards and what
    /// actions are to move exist, that a standard's statistic is one of its question, that waves are known.
    ///
    /// - Parameters:
    ///   - questions: the questions of all mappings.
    package func checkReferences(questions: [Question]) -> [Diagnostic] { [] }
}
