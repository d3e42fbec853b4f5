import Diagnostics
import Report

/// One question id has one measure and one scale across all surveys, and is asked about others or about the own
/// department everywhere alike.
enum QuestionAgreement {
    static func check(_ mappings: [Mapping]) -> [Diagnostic] {
        var first: [QuestionID: Mapping.MappedQuestion] = [:]
        var diagnostics: [Diagnostic] = []
        for mapping in mappings {
            var abouts: [String: QuestionID] = [:]
            for question in mapping.questions {
                if let other = first[question.id] {
                    if let difference = difference(question, other) {
                        diagnostics.append(
                            .error(
                                "question-differs", at: question.location,
                                "the question `\(question.id)` has \(difference) at \(other.location)",
                                remedy: "give one of them another id, or the same measure and scale"))
                    }
                } else {
                    first[question.id] = question
                }
                // A tabulated file has no columns of questions, so nothing can stand twice there but the id.
                let place = mapping.count == nil ? "\(question.id) \(question.column.text)" : question.id.text
                if abouts.updateValue(question.id, forKey: place) != nil {
                    diagnostics.append(
                        .error("duplicate-question", at: question.location, "this question stands twice in the mapping")
                    )
                }
            }
        }
        return diagnostics
    }

    private static func difference(_ question: Mapping.MappedQuestion, _ other: Mapping.MappedQuestion) -> String? {
        if question.measure != other.measure { return "the measure \(other.measure.rawValue)" }
        let (scale, theirs) = (question.scale, other.scale)
        if scale.low != theirs.low || scale.count != theirs.count {
            return "a scale from \(theirs.low) to \(theirs.high)"
        }
        if scale.top != theirs.top { return "another `top`" }
        if question.theme != other.theme { return "another theme" }
        if (question.about == .own) != (other.about == .own) {
            return question.about == .own ? "another department than `own`" : "`department: own`"
        }
        return nil
    }
}
