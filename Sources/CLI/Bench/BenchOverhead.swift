internal import Core
internal import Linux
internal import Sandboxing

/// Boxes and whole submissions against doing the same without.
extension Bench {
    func overhead() async throws -> BenchSection {
        try await withSandbox(slots: 1) { sandbox in
            let hello = try await hello(by: sandbox)
            let pythonHello = try await program("print('hello')\n", "hello.py", "python3", by: sandbox)
            let cSum = try await program(
                "#include <stdio.h>\nint main(void) { int a, b; scanf(\"%d %d\", &a, &b); printf(\"%d\\n\", a + b); }\n",
                "sum.c",
                "c",
                by: sandbox
            )
            let pythonSum = try await program(
                "a, b = map(int, input().split())\nprint(a + b)\n",
                "sum.py",
                "python3",
                by: sandbox
            )
            let packages = try BenchPackages(scratch: scratch)
            let rounds = rounds(40)
            var rows: [BenchSection.Row] = []
            func compare(
                _ name: String,
                _ promise: String,
                _ rounds: Int,
                bare: @escaping () throws -> Void,
                assay: @escaping () async throws -> Void
            ) async throws {
                try status.show(name)
                let contenders = [
                    Contest.Contender(name: "bare") { try bare() }, Contest.Contender(name: "assay", body: assay),
                ]
                rows.append(Self.row(name, promise, try await Contest.measure(contenders, rounds: rounds)))
            }
            try await compare("a static hello", "at most 2.0", 10 * rounds, bare: { try hello.runBare() }) {
                try await Self.run(hello.command, by: sandbox)
            }
            for (sum, name, promise, share) in [
                (cSum, "100 tests of a sum in C", "at most 2.5", 4),
                (pythonSum, "100 tests of a sum in Python", "at most 1.4", 8),
            ] {
                try await compare(
                    name,
                    promise,
                    max(3, rounds / share),
                    bare: { for input in packages.sumInputs { try sum.runBare(input: input) } },
                    assay: { try submit(packages.sum, sum.source) }
                )
            }
            try await compare(
                "submitting a hello in Python",
                "at most 2.5, plus 25 ms",
                rounds,
                bare: { try pythonHello.runBare() },
                assay: { try submit(packages.hello, pythonHello.source) }
            )
            return BenchSection(topic: "overhead", rows: rows, notes: ["Medians, both ways in turn."])
        }
    }

    private static func row(_ name: String, _ promise: String, _ samples: [Samples]) -> BenchSection.Row {
        BenchSection.Row(
            name,
            [
                "bare": .milliseconds(samples[0].median),
                "assay": .milliseconds(samples[1].median),
                "ratio": .ratio(samples[1].median / samples[0].median),
                "fastest tenth": .ratio(samples[1].fastTenth / samples[0].fastTenth),
                "rounds": .count(samples[0].count),
                "promised": .words(promise),
            ]
        )
    }

    /// The whole of this program, from process start to exit, as anybody would call it.
    private func submit(_ package: String, _ source: String) throws {
        let environment = invocation.environment.map { "\($0.key)=\($0.value)" }
        let result = try Self.call(
            ["/proc/self/exe", "submit", package, source, "--slots", "1", "--json"],
            environment
        )
        guard result.status == 0 else {
            throw Complaint.ownFailure("bench: assay submit \(package) \(source) did not accept it")
        }
    }

    static func call(_ arguments: [String], _ environment: [String]) throws -> BareRun.Result {
        try BareRun.run(arguments, environment: environment)
    }
}
