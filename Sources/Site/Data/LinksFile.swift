import Report

/// `data/links.csv`: `provider,customer,wave,question,measure,base,value,low,high,status`, a row for each statistic of
/// the headline question; waves in time, then provider, then customer by id.
func linksFile(_ report: Report) -> [UInt8] {
    var bytes = CSVText.start("provider,customer,wave,question,measure,base,value,low,high,status")
    guard let question = report.questions.first(where: { $0.id == report.headline }) else { return bytes }
    let time = Dictionary(report.waves.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let links = report.links.filter { time[$0.wave] != nil }.sorted { left, right in
        let (a, b) = (time[left.wave] ?? 0, time[right.wave] ?? 0)
        if a != b { return a < b }
        return left.provider != right.provider ? left.provider < right.provider : left.customer < right.customer
    }
    for link in links {
        for statistic in question.statistics {
            bytes.append(contentsOf: CSVText.field(link.provider.text))
            bytes.append(CSVText.comma)
            bytes.append(contentsOf: CSVText.field(link.customer.text))
            bytes.append(CSVText.comma)
            bytes.append(contentsOf: CSVText.field(link.wave.text))
            bytes.append(CSVText.comma)
            bytes.append(contentsOf: CSVText.field(question.id.text))
            bytes.append(CSVText.comma)
            bytes.append(contentsOf: statistic.rawValue.utf8)
            bytes.append(CSVText.comma)
            bytes.appendNumbers(of: link.cell, statistic)
            bytes.append(contentsOf: CSVText.lineEnd)
        }
    }
    return bytes
}
