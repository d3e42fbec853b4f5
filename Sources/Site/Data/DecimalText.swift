/// Numbers as bytes of decimal text, without locale and without `String`.
enum DecimalText {
    /// Appends a whole number.
    static func append(_ number: Int, to bytes: inout [UInt8]) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        appendDigits(number.magnitude, to: &bytes)
    }

    /// Appends a number with exactly four decimals: the nearest one, a tie to the even digit (as IEEE 754 and C's
    /// `printf` round), never `-0.0000`.
    ///
    /// Appends nothing for a number that is not finite or has no four exact decimals (from 2^53 / 10,000 on).
    static func appendFourDecimals(_ number: Double, to bytes: inout [UInt8]) {
        guard let scaled = tenThousandths(number) else { return }
        if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
        appendDigits(scaled.magnitude / 10_000, to: &bytes)
        bytes.append(UInt8(ascii: "."))
        let rest = UInt32(truncatingIfNeeded: scaled.magnitude % 10_000)
        bytes.append(UInt8(truncatingIfNeeded: 48 + rest / 1_000))
        bytes.append(UInt8(truncatingIfNeeded: 48 + rest / 100 % 10))
        bytes.append(UInt8(truncatingIfNeeded: 48 + rest / 10 % 10))
        bytes.append(UInt8(truncatingIfNeeded: 48 + rest % 10))
    }

    /// The number in ten-thousandths, rounded as if the product were exact: the product's own rounding error, which a
    /// fused multiply-add gives, decides where the rounded product looks like a tie and is none.
    private static func tenThousandths(_ number: Double) -> Int? {
        let product = number * 10_000
        guard product.isFinite, product.magnitude < 9_007_199_254_740_992 else { return nil }
        let below = product.rounded(.down)
        guard product - below == 0.5 else { return Int(exactly: product.rounded(.toNearestOrEven)) }
        let error = (-product).addingProduct(number, 10_000)
        if error == 0 { return Int(exactly: product.rounded(.toNearestOrEven)) }
        return Int(exactly: error > 0 ? below + 1 : below)
    }

    private static func appendDigits(_ number: UInt, to bytes: inout [UInt8]) {
        if number >= 10 { appendDigits(number / 10, to: &bytes) }
        bytes.append(UInt8(truncatingIfNeeded: 48 + number % 10))
    }
}
