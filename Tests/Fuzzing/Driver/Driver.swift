import FuzzEntry

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What `make fuzz` asks for: `FUZZ_TARGET` names the reader, `FUZZ_SCRATCH` a folder for its files.
private struct Wish {
    let target: FuzzTarget
    let scratch: String

    static let current: Wish? = {
        guard let name = variable("FUZZ_TARGET"), let target = FuzzTarget(rawValue: name) else { return nil }
        return Wish(target: target, scratch: variable("FUZZ_SCRATCH") ?? "/tmp")
    }()

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}

/// One input of libFuzzer's, which brings `main`: a fault ends the process, so that libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let wish = Wish.current else {
        print("FUZZ_TARGET must be one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
        exit(64)
    }
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    let faults = wish.target.faults(bytes, scratch: wish.scratch)
    guard !faults.isEmpty else { return 0 }
    for fault in faults.prefix(5) { print("fault: \(fault)") }
    _ = fflush(nil)
    abort()
}
