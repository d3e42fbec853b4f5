import Testing

@testable import Site

@Suite("Decimal text")
struct DecimalTextTests {
    private func text(_ number: Double) -> String {
        var bytes: [UInt8] = []
        DecimalText.appendFourDecimals(number, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "Four decimals, nearest, ties to even, no negative zero",
        arguments: [
            (0.0, "0.0000"), (-0.0, "0.0000"), (-0.00004, "0.0000"), (-0.00006, "-0.0001"), (1, "1.0000"),
            (72.5, "72.5000"), (-41.66666666666667, "-41.6667"), (100, "100.0000"), (-100, "-100.0000"),
            // 100/128 = 0.78125 and 300/128 = 2.34375 are exact ties.
            (0.78125, "0.7812"), (2.34375, "2.3438"), (0.00005, "0.0001"), (0.99995, "1.0000"), (0.00015, "0.0001"),
            (9.99995, "10.0000"), (5.428571428571429, "5.4286"), (12_345_678.12345, "12345678.1234"),
        ])
    func fourDecimals(number: Double, expected: String) {
        #expect(text(number) == expected)
    }

    @Test("Numbers that have no decimals to print leave the field empty")
    func unprintable() {
        for number in [Double.nan, .infinity, -.infinity, 1e300, .greatestFiniteMagnitude] {
            #expect(text(number).isEmpty)
        }
    }

    @Test("Every number of four decimals comes back as it was")
    func exact() {
        for tenThousandths in stride(from: -1_000_000, through: 1_000_000, by: 37) {
            let magnitude = tenThousandths.magnitude
            let digits = String(magnitude % 10_000)
            let decimals = String(repeating: "0", count: 4 - digits.count) + digits
            let expected = "\(tenThousandths < 0 ? "-" : "")\(magnitude / 10_000).\(decimals)"
            #expect(text(Double(tenThousandths) / 10_000) == expected)
        }
    }

    @Test("Whole numbers, to the ends of their range")
    func wholeNumbers() {
        for number in [0, 7, 10, 1_234_567, -5, Int.max, Int.min] {
            var bytes: [UInt8] = []
            DecimalText.append(number, to: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == String(number))
        }
    }
}
