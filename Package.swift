// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target.
///
/// A warning is an error: a clean build is part of the contract.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// For targets that never touch C memory: any unsafe expression in them is a warning, and so an error.
let memorySafe = strict + [.strictMemorySafety()]

/// For targets that talk to the kernel: Glibc's GNU names (`unshare`, `pipe2`, `O_PATH`, …) become visible.
let gnu: [CSetting] = [.define("_GNU_SOURCE")]

let package = Package(
    name: "assay",
    products: [
        .executable(name: "assay", targets: ["assay"]),
        .executable(name: "assay-jailer", targets: ["assay-jailer"]),
    ],
    dependencies: [],
    targets: [
        // MARK: C
        .target(name: "CLinux", cSettings: gnu),
        .target(name: "CBox", dependencies: ["CLinux"], cSettings: gnu),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CPostgres", linkerSettings: [.linkedLibrary("dl")]),
        // Loaded when the first server starts: linked in, it and GnuTLS would cost every start.
        .target(name: "CMicrohttpd", linkerSettings: [.linkedLibrary("dl")]),

        // MARK: The vocabulary and the kernel
        .target(name: "Core", swiftSettings: memorySafe),
        .target(name: "Linux", dependencies: ["CLinux", "Core"], cSettings: gnu, swiftSettings: strict),
        .target(name: "Digest", dependencies: ["CNettle"], swiftSettings: strict),
        .target(name: "YAML", dependencies: ["CYAML"], swiftSettings: strict),
        .target(name: "Archives", dependencies: ["CZlib", "Core"], swiftSettings: strict),

        // MARK: The sandbox
        .target(name: "JailProtocol", swiftSettings: memorySafe),
        .executableTarget(
            name: "assay-jailer",
            dependencies: ["JailProtocol", "Linux", "CBox", "CLinux"],
            cSettings: gnu,
            swiftSettings: strict,
            // Static: it starts four times faster, and needs no library of the host once it has changed its root.
            // By lld, which does not warn of a dlopen in the Swift runtime that a jailer never comes to.
            linkerSettings: [.unsafeFlags(["-static-executable", "-use-ld=lld"])]
        ),
        .target(
            name: "Sandboxing",
            dependencies: ["JailProtocol", "Linux", "Core", "CSeccomp", "YAML", "Digest"],
            cSettings: gnu,
            swiftSettings: strict
        ),

        // MARK: Judging
        .target(name: "Roots", dependencies: ["Core", "YAML", "Linux", "Digest"], swiftSettings: memorySafe),
        .target(
            name: "Languages",
            dependencies: ["Core", "YAML", "Linux", "Digest", "Roots"],
            swiftSettings: memorySafe
        ),
        .target(
            name: "Problems",
            dependencies: ["Core", "YAML", "Linux", "Digest", "Archives"],
            swiftSettings: memorySafe
        ),
        .target(name: "Grading", dependencies: ["Problems", "Languages", "Core", "Digest"], swiftSettings: memorySafe),

        .target(name: "Batch", dependencies: ["Problems", "Core"], swiftSettings: memorySafe),

        .target(
            name: "Verifying",
            dependencies: ["Batch", "Grading", "Problems", "Core", "Linux", "YAML", "Digest"],
            swiftSettings: memorySafe
        ),

        // MARK: The queue
        .target(
            name: "Queueing",
            dependencies: ["Core", "Linux", "Digest", "CZlib"],
            swiftSettings: memorySafe
        ),

        .target(
            name: "Working",
            dependencies: ["Queueing", "Grading", "Problems", "Archives", "Core", "Linux"],
            swiftSettings: memorySafe
        ),
        .target(
            name: "SQLiteQueue",
            dependencies: ["Queueing", "Access", "Webhooks", "Linux", "Core", "CSQLite"],
            swiftSettings: strict
        ),
        .target(name: "Simulating", dependencies: ["Queueing", "Core"], swiftSettings: memorySafe),

        .target(
            name: "PostgresQueue",
            dependencies: ["Queueing", "Access", "Webhooks", "CPostgres", "Linux"],
            swiftSettings: strict
        ),

        // MARK: The service
        .target(
            name: "HTTPServing",
            dependencies: ["CMicrohttpd", "Linux", "Core"],
            swiftSettings: strict
        ),
        .target(
            name: "Service",
            dependencies: [
                "HTTPServing", "Access", "Webhooks", "Queueing", "Working", "Problems", "Languages", "Core", "Linux",
            ],
            swiftSettings: memorySafe
        ),
        .target(name: "Access", dependencies: ["Queueing", "Digest", "Core", "Linux"], swiftSettings: memorySafe),
        .target(name: "CCurl", cSettings: gnu, linkerSettings: [.linkedLibrary("dl")]),
        .target(
            name: "Webhooks",
            dependencies: ["Access", "Queueing", "Digest", "CCurl", "Linux"],
            swiftSettings: strict
        ),

        .target(
            name: "Compatibility",
            dependencies: [
                "Service", "HTTPServing", "Access", "Webhooks", "Queueing", "Languages", "Linux", "Digest", "Core",
            ],
            swiftSettings: memorySafe
        ),

        // MARK: The command line
        .target(
            name: "CLI",
            dependencies: [
                "Batch", "Verifying", "Grading", "Problems", "Languages", "Roots", "Sandboxing", "Linux", "Core",
                "Digest", "Simulating", "Queueing", "Working", "SQLiteQueue", "PostgresQueue", "Access", "Webhooks",
                "HTTPServing",
                "Service",
                "Compatibility",
            ],
            swiftSettings: memorySafe
        ),
        .executableTarget(name: "assay", dependencies: ["CLI"], swiftSettings: memorySafe),

        // MARK: Tests
        .testTarget(name: "CoreTests", dependencies: ["Core"], swiftSettings: strict),
        .testTarget(name: "LinuxTests", dependencies: ["Linux"], cSettings: gnu, swiftSettings: strict),
        .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: strict),
        .testTarget(name: "RootsTests", dependencies: ["Roots", "Linux", "Core"], swiftSettings: strict),
        .testTarget(name: "LanguagesTests", dependencies: ["Languages", "Roots", "Core"], swiftSettings: strict),
        .testTarget(
            name: "ArchivesTests",
            dependencies: ["Archives", "Problems", "Linux", "Core", "CZlib"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ProblemsTests",
            dependencies: ["Problems", "Core", "Linux"],
            // Tables of wrong packages and what is told of each.
            exclude: ["Malformed"],
            swiftSettings: strict
        ),
        .testTarget(name: "GradingTests", dependencies: ["Grading", "Core"], swiftSettings: strict),
        .testTarget(
            name: "VerifyingTests",
            dependencies: ["Verifying", "Grading", "Languages", "Problems", "Core"],
            swiftSettings: strict
        ),
        .target(
            name: "SandboxTesting",
            dependencies: ["Sandboxing", "Linux", "CLinux", "Core"],
            path: "Tests/SandboxTesting",
            cSettings: gnu,
            swiftSettings: strict
        ),
        .testTarget(
            name: "SandboxingTests",
            dependencies: [
                "SandboxTesting", "Sandboxing", "JailProtocol", "Linux", "Core", "YAML", "Languages", "Grading",
            ],
            // Sources of programs that are compiled by the tests, and are run in boxes only.
            exclude: ["Hostile", "Policies/Recording/Programs", "Policies/Recording/recorder.c", "Findings/Hosts"],
            cSettings: gnu,
            swiftSettings: strict
        ),
        .testTarget(
            name: "EscapeSuite",
            dependencies: ["SandboxTesting", "Grading", "Languages", "Sandboxing", "Linux", "Core"],
            // Sources of programs that are compiled by the tests, and are run in boxes only.
            exclude: ["Programs"],
            cSettings: gnu,
            swiftSettings: strict
        ),
        .testTarget(
            name: "CLITests",
            dependencies: [
                "CLI", "Batch", "Verifying", "Grading", "Problems", "Languages", "Linux", "Core", "Queueing",
                "QueueTesting", "SQLiteQueue", "Webhooks",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "QueueTesting",
            dependencies: ["Queueing", "Access", "Webhooks", "Linux", "Core"],
            path: "Tests/QueueTesting",
            swiftSettings: strict
        ),
        .testTarget(
            name: "SQLiteQueueTests",
            dependencies: ["SQLiteQueue", "QueueTesting", "Queueing", "Webhooks", "Linux", "Core"],
            swiftSettings: strict
        ),
        .testTarget(name: "QueueingTests", dependencies: ["Queueing", "Core"], swiftSettings: strict),
        .testTarget(
            name: "WorkingTests",
            dependencies: ["Working", "Queueing", "Problems", "Archives", "Linux", "Core"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CompatibilityTests",
            dependencies: [
                "Compatibility", "Service", "HTTPServing", "Access", "Webhooks", "SQLiteQueue", "PostgresQueue",
                "QueueTesting", "Queueing", "Working", "Languages", "Linux", "Core",
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "HTTPServingTests", dependencies: ["HTTPServing", "Linux"], swiftSettings: strict),
        .testTarget(
            name: "ServiceTests",
            dependencies: [
                "Service", "HTTPServing", "Access", "SQLiteQueue", "Queueing", "Working", "Languages", "Archives",
                "Webhooks", "Linux", "Core",
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "SimulatingTests", dependencies: ["Simulating", "Queueing"], swiftSettings: strict),
        .testTarget(
            name: "PostgresQueueTests",
            dependencies: ["PostgresQueue", "QueueTesting", "Queueing", "Access", "Webhooks", "Linux", "Core"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "AccessTests",
            dependencies: ["Access", "SQLiteQueue", "Queueing", "Digest", "Linux"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WebhooksTests",
            dependencies: ["Webhooks", "SQLiteQueue", "QueueTesting", "Queueing", "Digest", "Linux"],
            swiftSettings: strict
        ),
        .testTarget(name: "BatchTests", dependencies: ["Batch", "Problems", "Core"], swiftSettings: strict),
        .testTarget(
            name: "FaultTests",
            dependencies: ["Sandboxing", "Linux", "CLinux", "Core"],
            // C that the tests compile: what follows a jailer from call to call, and what is run in boxes.
            exclude: ["Tracer", "Programs"],
            cSettings: gnu,
            swiftSettings: strict
        ),
    ]
)

// Parsers of what others have made. They are a test like any other, or, for `scripts/fuzz`, a program under libFuzzer.
let parsers: [Target.Dependency] = [
    "CLI", "Sandboxing", "JailProtocol", "Grading", "Languages", "Problems", "Linux", "Core", "Archives", "YAML",
]
let isFuzzing = Context.environment["ASSAY_FUZZ"] != nil
package.targets.append(
    isFuzzing
        ? .executableTarget(
            name: "assay-fuzz",
            dependencies: parsers,
            path: "Tests/FuzzTests",
            exclude: ["Corpus", "FuzzTests.swift", "FuzzCorpus.swift", "Mutation.swift"],
            cSettings: gnu,
            swiftSettings: strict
        )
        : .testTarget(
            name: "FuzzTests",
            dependencies: parsers,
            exclude: ["Corpus", "Main.swift"],
            cSettings: gnu,
            swiftSettings: strict
        )
)

// What measures the queue beside the bare engine, and what prints a policy's filter: Benchmarks/queue.sh and walls.sh
// build them, and nobody else needs them.
if Context.environment["ASSAY_BENCHMARKS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "queue-benchmark",
            dependencies: ["SQLiteQueue", "PostgresQueue", "Queueing", "Linux", "CSQLite", "CPostgres"],
            path: "Benchmarks/queue",
            swiftSettings: strict
        )
    )
    package.targets.append(
        .executableTarget(
            name: "policy-filter",
            dependencies: ["Sandboxing"],
            path: "Benchmarks/filter",
            swiftSettings: memorySafe
        )
    )
}
