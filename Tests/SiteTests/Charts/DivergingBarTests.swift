import Content
import Report
import Testing

@testable import Site

@Suite("Diverging bars")
struct DivergingBarTests {
    private func question(_ points: Int, _ measure: Measure = .satisfaction) -> Question {
        Question(id: QuestionID("q"), measure: measure, scale: Scale(low: 1, count: points))
    }

    @Test("The whole drawing of one bar")
    func golden() throws {
        let shares = try #require(AnswerShares(histogram: [1, 3, 4, 8, 4], question: question(5)))
        #expect(abs(shares.left - 0.3) < 1e-12)
        let scale = DivergingScale([shares])
        #expect(
            Charts.divergingBar(shares, scale: scale).html
                == #"<svg class="c bar" width="100%" height="22" aria-hidden="true">"#
                + #"<line class="mid" x1="30%" x2="30%" y1="-3" y2="25"/>"#
                + #"<rect class="n3" x="0%" width="5%" y="1" height="20"/>"#
                + #"<rect class="n2" x="5%" width="15%" y="1" height="20"/>"#
                + #"<rect class="z" x="20%" width="20%" y="1" height="20"/>"#
                + #"<rect class="p2" x="40%" width="40%" y="1" height="20"/>"#
                + #"<rect class="p3" x="80%" width="20%" y="1" height="20"/>"#
                + #"<text class="n2" x="12.5%" y="15">15</text><text class="z" x="30%" y="15">20</text>"#
                + #"<text class="p2" x="60%" y="15">40</text><text class="p3" x="90%" y="15">20</text></svg>"#)
    }

    @Test("Every small histogram of two to seven points: segments touch, stay inside, add up, share one middle")
    func geometry() throws {
        for points in 2...7 {
            let largest = points <= 4 ? 3 : points == 5 ? 2 : 1
            var counts = [Int](repeating: 0, count: points)
            repeat {
                guard counts.reduce(0, +) > 0 else { continue }
                let shares = try #require(AnswerShares(histogram: counts, question: question(points)))
                let other = try #require(AnswerShares(histogram: counts.reversed(), question: question(points)))
                let scale = DivergingScale([shares, other])
                #expect(abs(shares.left + shares.right - 1) < 1e-12 && abs(shares.left - other.right) < 1e-12)
                let html = Charts.divergingBar(shares, scale: scale).html
                let rects = drawn(html, "rect")
                #expect(rects.count == counts.count { $0 > 0 })
                var edge = try #require(rects.first).percent("x")
                let start = edge
                for rect in rects {
                    #expect(abs(try rect.percent("x") - edge) <= 0.011)
                    edge = try rect.percent("x") + rect.percent("width")
                }
                #expect(start >= -0.001 && edge <= 100.011)
                #expect(abs((edge - start) * (scale.left + scale.right) - 100) < 0.05)
                // Worse answers end, and better ones begin, at the middle; the neutral is halved by it.
                let middle = try #require(drawn(html, "line").first).percent("x1")
                for rect in rects {
                    let (from, to) = (try rect.percent("x"), try rect.percent("x") + rect.percent("width"))
                    if rect.has("z") {
                        #expect(abs((from + to) / 2 - middle) < 0.02)
                    } else if rect.attributes["class"]?.first == "n" {
                        #expect(to <= middle + 0.02)
                    } else {
                        #expect(from >= middle - 0.02)
                    }
                }
                // A number in each segment of 8 % and more, in no other.
                let total = Double(counts.reduce(0, +))
                #expect(drawn(html, "text").count == counts.count { Double($0) / total >= 0.08 })
                expectWellFormed(html)
            } while advance(&counts, largest)
        }
    }

    /// The next histogram with counts up to `largest`; false after the last.
    private func advance(_ counts: inout [Int], _ largest: Int) -> Bool {
        for index in counts.indices {
            if counts[index] < largest {
                counts[index] += 1
                return true
            }
            counts[index] = 0
        }
        return false
    }

    @Test("Bars of one figure share a scale that holds them all")
    func oneScale() throws {
        let histograms = [[10, 0, 0, 0, 0], [0, 0, 1, 1, 8], [0, 0, 10, 0, 0]]
        let bars = try histograms.map { try #require(AnswerShares(histogram: $0, question: question(5))) }
        let scale = DivergingScale(bars)
        #expect(scale.left == 1 && scale.right == 1)
        #expect(DivergingScale([bars[1]]).left == 0.1 && DivergingScale([bars[1]]).right == 1)
        #expect(DivergingScale([]).left == 0.1)
        for bar in bars {
            let html = Charts.divergingBar(bar, scale: scale).html
            #expect(html.contains("x1=\"50%\""))
        }
    }

    @Test("No bar without answers, for another scale's histogram, or for more than seven points")
    func nothingToDraw() {
        #expect(AnswerShares(histogram: [0, 0, 0, 0, 0], question: question(5)) == nil)
        #expect(AnswerShares(histogram: [], question: question(5)) == nil)
        #expect(AnswerShares(histogram: [1, 2, 3], question: question(5)) == nil)
        #expect(AnswerShares(histogram: [1, 1, 1, 1, 1, 1, 1, 1], question: question(8, .rating)) == nil)
        #expect(AnswerShares(histogram: [-1, -2, 0, 0, 0], question: question(5)) == nil)
    }

    @Test("What a net promoter score is made of: detractors, passives, promoters from 0 to 100 %")
    func recommendation() throws {
        let question = Question(
            id: QuestionID("r"), measure: .recommendation, scale: Scale(low: 0, count: 11))
        let shares = try #require(AnswerShares(histogram: [1, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3], question: question))
        let rects = drawn(Charts.shareBar(shares).html, "rect")
        #expect(try rects.map { try $0.percent("x") } == [0, 20, 50])
        #expect(try rects.map { try $0.percent("width") } == [20, 30, 50])
        #expect(rects.map { $0.attributes["class"] } == ["n2", "z", "p2"])
    }

    @Test("Every scale has as many tones as segments, all different")
    func tones() throws {
        for points in 2...7 {
            let tones = try #require(AnswerShares.tones(of: question(points)))
            #expect(tones.count == points && Set(tones).count == points)
            #expect(tones.contains(.neutral) == (points % 2 == 1))
        }
        #expect(AnswerShares.tones(of: question(8)) == nil)
    }
}
