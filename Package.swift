// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "throughline",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "throughline", targets: ["throughline"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // Shared by both sides of the wall.
        .target(name: "Diagnostics"),
        .target(name: "Report"),
        .target(name: "LocatedYAML", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")]),
        .target(name: "ByteCoding", dependencies: ["Diagnostics"]),
        .target(name: "Parallel"),
        .target(name: "Statistics"),
        .target(name: "Storage", dependencies: ["Diagnostics", "Parallel"]),

        // The confidential side: sees respondents, hands on a `Report`.
        .target(
            name: "Survey",
            dependencies: ["Report", "Diagnostics", "LocatedYAML", "Statistics", "Storage", "Parallel"]),

        // The public side: cannot reach `Survey`, not even through another target.
        .systemLibrary(
            name: "CCmark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .target(
            name: "Content", dependencies: ["CCmark", "Report", "Diagnostics", "LocatedYAML", "Parallel", "ByteCoding"]),
        .target(
            name: "Site",
            dependencies: ["Report", "Statistics", "Content", "Diagnostics", "LocatedYAML", "Parallel", "ByteCoding"]),

        // The commands, and the pipeline on one screen.
        .executableTarget(
            name: "throughline",
            dependencies: [
                "Diagnostics", "Report", "LocatedYAML", "Storage", "Survey", "Content", "Site", "Parallel",
                "ByteCoding",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .testTarget(name: "ParallelTests", dependencies: ["Parallel"]),
        // What the fuzzers run (`make fuzz`), and the suite with what they found.
        .target(
            name: "FuzzEntry",
            dependencies: ["Content", "Survey", "Site", "Report", "Diagnostics", "LocatedYAML", "Storage", "Parallel"],
            path: "Tests/Fuzzing/Entry"),
        .testTarget(name: "FuzzingTests", dependencies: ["FuzzEntry"]),

        .testTarget(name: "StatisticsTests", dependencies: ["Statistics"]),
        .testTarget(
            name: "SurveyTests",
            dependencies: ["Survey", "Statistics", "Report", "Diagnostics", "LocatedYAML", "Storage", "Parallel"]),
        .testTarget(
            name: "ContentTests",
            dependencies: ["CCmark", "Content", "Report", "Diagnostics", "LocatedYAML", "ByteCoding"]),
        .testTarget(name: "SiteTests", dependencies: ["Site", "Content", "Report", "Diagnostics", "ByteCoding"]),
        .testTarget(
            name: "ThroughlineTests",
            dependencies: [
                "throughline", "Storage", "Survey", "Site", "Content", "Report", "Diagnostics", "LocatedYAML",
                "ByteCoding",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// libFuzzer brings the `main` of this program, so it stands here only where `make fuzz` asks for it.
if Context.environment["THROUGHLINE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(name: "fuzz", dependencies: ["FuzzEntry"], path: "Tests/Fuzzing/Driver"))
}

// One place for the compiler's strictness: every target of this package, tests included.
for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .treatAllWarnings(as: .error),
        .strictMemorySafety(),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
