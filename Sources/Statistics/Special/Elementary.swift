// The functions of the C mathematics library that this target needs, from whatever library the system has.
#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

func root(_ x: Double) -> Double { x.squareRoot() }
func naturalLog(_ x: Double) -> Double { log(x) }
func logOnePlus(_ x: Double) -> Double { log1p(x) }
func exponential(_ x: Double) -> Double { exp(x) }
func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
func inverseHyperbolicTangent(_ x: Double) -> Double { atanh(x) }
func complementaryError(_ x: Double) -> Double { erfc(x) }
