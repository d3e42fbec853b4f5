import Report

/// The ratings of one survey on one side in one wave, those of one person together.
struct RatingGroup {
    let wave: Int
    /// The wave among the survey's own.
    let ownWave: Int
    let side: Side
    /// Ratings by person; within a person in the order of the file.
    let ratings: ArraySlice<Int>
}

/// Puts a survey's ratings in order of wave, side and person by two counting sorts, in time linear in their number.
/// Ratings in open waves and of units that do not exist are left out.
/// - Parameter without: by rating, true for those that are left out too.
func groupRatings(_ responses: Responses, waves: [Int?], units: Int, without: [Bool] = []) -> [RatingGroup] {
    let sides = Side.allCases.count
    let count = min(
        responses.person.count, responses.wave.count, responses.unit.count, responses.side.count)
    var usable: [Int] = []
    if without.isEmpty { usable.reserveCapacity(count) }
    var mostPerson = 0
    for rating in 0..<count where without.isEmpty || !without[rating] {
        let wave = Int(responses.wave[rating])
        guard wave < waves.count, waves[wave] != nil, Int(responses.unit[rating]) < units else { continue }
        usable.append(rating)
        mostPerson = max(mostPerson, Int(responses.person[rating]))
    }
    guard !usable.isEmpty else { return [] }
    // Tabulated lines are people of their own, whatever number they carry.
    if responses.weight.isEmpty {
        if mostPerson < 4 * count + 1024 {
            usable = countingSort(usable, keys: mostPerson + 1) { Int(responses.person[$0]) }
        } else {
            usable.sort { (responses.person[$0], $0) < (responses.person[$1], $1) }
        }
    }
    let buckets = waves.count * sides
    func bucket(_ rating: Int) -> Int { Int(responses.wave[rating]) * sides + responses.side[rating].index }
    usable = countingSort(usable, keys: buckets, by: bucket)
    var groups: [RatingGroup] = []
    var start = 0
    while start < usable.count {
        let now = bucket(usable[start])
        var end = start + 1
        while end < usable.count, bucket(usable[end]) == now { end += 1 }
        if let wave = waves[now / sides] {
            groups.append(
                RatingGroup(
                    wave: wave, ownWave: now / sides, side: responses.side[usable[start]], ratings: usable[start..<end])
            )
        }
        start = end
    }
    return groups
}

/// A stable sort by a small whole key.
private func countingSort(_ items: [Int], keys: Int, by key: (Int) -> Int) -> [Int] {
    var place = [Int](repeating: 0, count: keys + 1)
    for item in items { place[key(item) + 1] += 1 }
    for index in 1...keys { place[index] += place[index - 1] }
    var sorted = [Int](repeating: 0, count: items.count)
    for item in items {
        sorted[place[key(item)]] = item
        place[key(item)] += 1
    }
    return sorted
}
