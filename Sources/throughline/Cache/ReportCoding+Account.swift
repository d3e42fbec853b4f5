import ByteCoding
import Report

/// What a report says of how it came about.
extension ByteWriter {
    mutating func put(_ department: Department) {
        put(department.id.text)
        put(department.name)
        put(department.memberships) { writer, membership in
            writer.put(membership.parent) { $0.put($1.text) }
            writer.put(membership.from) { $0.put($1.text) }
            writer.put(membership.to) { $0.put($1.text) }
        }
        put(department.until) { $0.put($1.text) }
        put(department.continues) { $0.put($1.text) }
        put(department.aliases) { $0.put($1) }
        put(department.isService)
        put(department.isFrontline)
        put(department.serves) { $0.put($1.text) }
        put(department.headcount) { $0.put($1) }
    }

    mutating func put(_ wave: Wave) {
        put(wave.id.text)
        put(wave.name)
        put(wave.isOpen)
        put(wave.days) { writer, days in
            writer.put(days.lowerBound)
            writer.put(days.upperBound)
        }
    }

    mutating func put(_ question: Question) {
        put(question.id.text)
        put(name: question.measure)
        put(question.scale.low)
        put(question.scale.count)
        put(question.scale.labels) { $0.put($1) }
        put(question.scale.top) { $0.put($1) }
        put(question.scale.reversed)
        put(question.scale.name) { $0.put($1) }
        put(question.scale.origin)
        put(question.theme) { $0.put($1.text) }
        put(question.isReceived)
        put(question.wording.sorted { $0.key < $1.key }) { writer, wording in
            writer.put(wording.key.text)
            writer.put(wording.value)
        }
    }

    mutating func put(_ survey: SurveyAccount) {
        put(survey.id.text)
        put(survey.title)
        put(survey.platform)
        put(survey.encoding)
        put(survey.delimiter)
        put(survey.dateOrder) { $0.put($1) }
        put(survey.waves) { $0.put($1.text) }
        put(survey.questions) { writer, question in
            writer.put(question.question.text)
            writer.put(question.words) { writer, words in
                writer.put(words.text)
                writer.put(words.about) { $0.put($1.text) }
            }
            writer.put(question.answers)
            writer.put(question.notApplicable)
            writer.put(question.unread)
        }
        put(survey.rows)
        put(survey.ledger) { writer, line in
            writer.put(name: line.outcome)
            writer.put(line.reason)
            writer.put(line.rows)
        }
        put(survey.invited) { $0.put($1) }
        put(survey.isTabulated)
    }

    mutating func put(_ rulebook: RulebookAccount) {
        put(rulebook.rules) { writer, rule in
            writer.put(rule.name)
            writer.put(name: rule.side)
            writer.put(rule.kind)
            writer.put(rule.because)
            writer.put(rule.conditions) { writer, condition in
                writer.put(condition.field)
                writer.put(name: condition.test)
                writer.put(condition.values) { $0.put($1) }
            }
            writer.put(rule.responses.sorted { $0.key < $1.key }) { writer, count in
                writer.put(count.key.text)
                writer.put(count.value)
            }
            writer.put(rule.total)
        }
        put(rulebook.isDefault)
        put(rulebook.contested)
        put(rulebook.unclassified)
    }

    private mutating func put(_ count: GuardedCount) {
        switch count {
        case .exactly(let number):
            put(0)
            put(number)
        case .fewer: put(1)
        case .atLeast(let number):
            put(2)
            put(number)
        }
    }
}
