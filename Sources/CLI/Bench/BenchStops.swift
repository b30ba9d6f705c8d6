internal import Core
internal import Sandboxing

/// How far a box gets beyond the stop of its CPU time before it is ended.
extension Bench {
    /// How far no run may get beyond its stop.
    private static let promisedMilliseconds = 20

    func stops() async throws -> BenchSection {
        try await withSandbox(slots: 1) { sandbox in
            let program = try await program(Self.spinnerText, "spinner.c", "c", by: sandbox)
            var rows: [BenchSection.Row] = []
            var isGood = true
            for (kind, name) in [
                ("1", "one thread"), ("4", "four threads"), ("16", "sixteen threads"), ("f", "eight processes"),
                ("s", "system calls"),
            ] {
                try status.show("stopping \(name)")
                var command = program.command
                command.arguments.append(kind)
                command.limits = Limits(cpuTime: .milliseconds(250), wallTime: .seconds(60))
                let stop = command.limits.cpuStop
                var beyond = Samples()
                var wall = Samples()
                for _ in 0..<rounds(20) {
                    let outcome = try await sandbox.run(command)
                    guard outcome.stop == .cpuTime else {
                        throw Complaint.ownFailure(
                            "bench: a program that never ends was not stopped for its CPU time (\(name)): "
                                + "\(outcome.termination), \(outcome.usage)"
                        )
                    }
                    beyond.add(outcome.usage.cpuTime - stop)
                    wall.add(outcome.usage.wallTime)
                }
                let isKept = beyond.largest <= Double(Self.promisedMilliseconds) / 1000
                isGood = isGood && isKept
                rows.append(
                    BenchSection.Row(
                        name,
                        [
                            "stop": .milliseconds(stop / .seconds(1)),
                            "median beyond": .milliseconds(beyond.median),
                            "most beyond": .milliseconds(beyond.largest),
                            "on the clock": .milliseconds(wall.median),
                            "over stop": .ratio(1 + beyond.median / (stop / .seconds(1))),
                            "runs": .count(beyond.count),
                            "promised": .words("at most \(Self.promisedMilliseconds) ms beyond"),
                            "kept": .words(isKept ? "yes" : "no"),
                        ]
                    )
                )
            }
            return BenchSection(
                topic: "stops",
                rows: rows,
                notes: ["It holds for every run: `most beyond` counts. A promise that is not kept is exit code 1."],
                isGood: isGood
            )
        }
    }

    private static let spinnerText = """
        #include <pthread.h>
        #include <stdlib.h>
        #include <unistd.h>
        static void *spin(void *nothing) {
            for (volatile long i = 0;; i++) {}
            return nothing;
        }
        int main(int count, char **arguments) {
            if (count < 2) return 2;
            if (arguments[1][0] == 's') for (;;) getppid();
            if (arguments[1][0] == 'f') for (int i = 1; i < 8; i++) if (fork() == 0) break;
            for (int i = 1; i < atoi(arguments[1]); i++) {
                pthread_t thread;
                pthread_create(&thread, 0, spin, 0);
            }
            spin(0);
        }

        """
}
