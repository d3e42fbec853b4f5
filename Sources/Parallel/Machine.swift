#if canImport(Glibc)
    private import Glibc
#elseif canImport(Darwin)
    private import Darwin
#endif

extension Parallel {
    /// As many workers as the machine has cores, or as THROUGHLINE_CORES says (1...1024): that is for measuring and for
    /// sharing a machine, what is built is the same.
    package static let machine = Parallel(workers: asked ?? cores)

    private static var cores: Int { Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    private static var asked: Int? {
        guard let text = unsafe getenv("THROUGHLINE_CORES") else { return nil }
        guard let number = unsafe Int(String(cString: text)), (1...1024).contains(number) else { return nil }
        return number
    }
}
