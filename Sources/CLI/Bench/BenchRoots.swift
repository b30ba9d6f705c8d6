internal import Core
internal import Sandboxing

/// Whether a run costs more the more roots are in use.
extension Bench {
    func roots() async throws -> BenchSection {
        try await withSandbox(slots: 1) { sandbox in
            let hello = try await hello(by: sandbox)
            // A root with all that an interpreter needs.
            let python = try await program("print('hello')\n", "hello.py", "python3", by: sandbox)
            func command(_ number: Int) -> Command {
                var command = hello.command
                let mark = Root.Entry.link(box: "/opt/bench/\(number)", target: "/")
                command.root = Root(entries: python.command.root.entries + [mark])
                return command
            }
            var rows: [BenchSection.Row] = []
            var one = 0.0
            for count in [1, 10, 100] {
                try status.show("\(count) roots in use")
                // None of them is one that was used before.
                let commands = (0..<count).map { command(1000 * count + $0) }
                var first = Samples()
                var later = Samples()
                for command in commands { first.add(try await Self.time(command, by: sandbox)) }
                for run in 0..<max(count, 10 * rounds(40)) {
                    later.add(try await Self.time(commands[run % count], by: sandbox))
                }
                if count == 1 { one = later.median }
                rows.append(
                    BenchSection.Row(
                        Figures.count(count, "root"),
                        [
                            "first run": .milliseconds(first.median),
                            "later runs": .milliseconds(later.median),
                            "fastest tenth": .milliseconds(later.fastTenth),
                            "over one root": .ratio(later.median / one),
                            "runs": .count(later.count),
                        ]
                    )
                )
            }
            return BenchSection(topic: "roots", rows: rows, notes: ["Static hellos, each root in its turn."])
        }
    }

    private static func time(_ command: Command, by sandbox: Sandbox) async throws -> Duration {
        try await ContinuousClock().measure { try await run(command, by: sandbox) }
    }
}
