import Report

/// ServiceNow assessments: one row is one answer; the rows of one instance are one response.
enum ServiceNowForm: PlatformForm {
    static let platform = Platform.servicenow

    private static let instances = [
        "instance", "assessment instance", "assessment_instance", "instance.number", "assessment_instance.number",
        "assessment instance number",
        "instance number", "instance.sys_id",
    ]
    private static let questions = [
        "metric", "metric.name", "question", "assessment metric", "metric.question", "metric name",
        "assessment_instance_question",
        "metric definition",
    ]
    private static let words = ["string value", "string_value", "answer", "display value", "display_value"]
    private static let numbers = [
        "actual value", "actual_value", "value", "normalized value", "normalized_value", "scaled value", "scaled_value",
    ]
    private static let directions = [
        "scale definition", "scale_definition", "metric.scale_definition", "metric.scale", "scale",
    ]

    static func parts(_ head: Head) -> LongPivot.Parts? {
        let keys = head.keys
        func first(_ names: [String]) -> Int? { names.lazy.compactMap { keys.firstIndex(of: $0) }.first }
        let answers = (words + numbers).compactMap { keys.firstIndex(of: $0) }
        guard let instance = first(instances), let question = first(questions), !answers.isEmpty else { return nil }
        return LongPivot.Parts(instance: instance, question: question, answers: answers, direction: first(directions))
    }

    static func longParts(_ head: Head) -> LongPivot.Parts? { parts(head) }

    static func recognise(_ head: Head) -> String? {
        parts(head) == nil ? nil : "rows name an assessment instance, a metric and its value: one row is one answer"
    }

    /// Before the pivot: the columns of the file.
    ///
    /// After it those of the metrics follow.
    static func columns(_ head: Head) -> [LayoutColumn] {
        let header = head.header(0)
        let parts = parts(head)
        return header.indices.map { index in
            let key = header[index].lowercased()
            let role: ColumnRole =
                if index == parts?.instance {
                    .respondent
                } else if index == parts?.question || parts?.answers.contains(index) == true
                    || index == parts?.direction
                {
                    .system
                } else if key.contains("taken on") || key.contains("taken_on") || key == "completed" {
                    .submitted
                } else if key.hasPrefix("sys_created_on") || key == "created" {
                    .started
                } else if key.hasPrefix("sys_") || key == "order" || key == "updated" {
                    .system
                } else {
                    .answer
                }
            return .single(index, header[index], role: role)
        }
    }
}
