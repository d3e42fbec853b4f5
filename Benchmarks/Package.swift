// swift-tools-version: 6.2
import PackageDescription

// The benchmarks stand apart: nothing that the program is made of depends on them, and they run its release build as a
// process, as a reader of the results would.
let package = Package(
    name: "Benchmarks",
    targets: [
        .target(name: "Inputs"),
        .executableTarget(name: "bench", dependencies: ["Inputs"]),
    ])
