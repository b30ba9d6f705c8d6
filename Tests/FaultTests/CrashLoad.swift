import Core
import Linux
import Sandboxing
import Synchronization

/// Two slots that are never idle: compilers, programs that spin, flood, wait, fork, and leave files.
final class CrashLoad: Sendable {
    private let sandbox: Sandbox
    private let program: [UInt8]
    private let tally = Mutex(Tally())

    /// What became of the runs.
    struct Tally: Sendable {
        var right = 0
        /// The machinery failed, or the program was killed from outside.
        var lost: [String] = []
        /// Neither: nothing that a kill explains.
        var wrong: [String] = []
    }

    private static let key = ArtifactKey(rawValue: String(repeating: "fedcba9876543210", count: 4))
    private static let otherKey = ArtifactKey(rawValue: String(repeating: "76543210fedcba98", count: 4))

    /// Not by way of /etc, which is not in the root.
    private static let compiler = HostDirectory.resolve("/usr/bin/gcc") ?? "/usr/bin/gcc"

    private enum Kind: CaseIterable {
        case hello, spin, wait, flood, make, fork, compile
    }

    init(_ sandbox: Sandbox, program: [UInt8]) {
        self.sandbox = sandbox
        self.program = program
    }

    /// The runs until now.
    var runs: Tally { tally.withLock { $0 } }

    /// Keeps what the runs need.
    func prepare() async throws {
        let file = BoxFile(path: "load", content: MemoryBytes(program), isExecutable: true)
        try await sandbox.keep(Bundle(files: [file]), as: Self.key, note: [])
    }

    /// Two runs at a time until this task is cancelled.
    func run(seed: UInt64) async {
        await withTaskGroup { group in
            for slot in 0..<sandbox.slotCount {
                group.addTask { [self] in
                    var random = SeededRandom(seed: seed &+ UInt64(slot))
                    while !Task.isCancelled {
                        await runOnce(Kind.allCases.randomElement(using: &random) ?? .hello)
                    }
                }
            }
        }
    }

    /// One quick run, whose outcome is right.
    func runQuickly() async throws -> Bool {
        let outcome = try await sandbox.run(command(.hello))
        return Self.isRight(outcome, .hello)
    }

    /// Why one quick run has come to nothing; nil: it has not.
    func failureOfOneRun() async -> ExecutorFailure? {
        do throws(ExecutorFailure) {
            _ = try await sandbox.run(command(.hello))
            return nil
        } catch {
            return error
        }
    }

    private func runOnce(_ kind: Kind) async {
        do throws(ExecutorFailure) {
            let outcome = try await sandbox.run(command(kind))
            // Of a compiler it may have been a process that it had started, whose end it tells by its own.
            let isLost =
                outcome.stop == nil && (outcome.termination == .signaled(name: "KILL") || kind == .compile)
            let isRight = outcome.stop == .cancelled || Self.isRight(outcome, kind)
            tally.withLock { tally in
                let fate = "\(kind) \(outcome.termination) \(outcome.stop.map { "\($0)" } ?? "")"
                if isRight {
                    tally.right += 1
                } else if isLost {
                    tally.lost.append(fate)
                } else {
                    tally.wrong.append(fate)
                }
            }
            if isRight, kind == .compile, let files = outcome.collected {
                try await sandbox.keep(files, as: Self.otherKey, note: [])
            }
        } catch {
            tally.withLock { $0.lost.append("\(kind) \(error)") }
        }
    }

    private func command(_ kind: Kind) -> Command {
        var limits = Limits(
            cpuTime: kind == .spin ? .milliseconds(100) : .seconds(5),
            wallTime: .seconds(20),
            memory: .mebibytes(64),
            processes: 16,
            stack: .mebibytes(8),
            output: .mebibytes(4),
            scratch: .mebibytes(16),
            inodes: 256
        )
        switch kind {
        case .compile:
            limits.cpuTime = .seconds(20)
            limits.wallTime = .seconds(60)
            limits.memory = .mebibytes(512)
            return Command(
                arguments: [Self.compiler, "-O1", "-o", "/box/made", "/box/source.c"],
                root: Root(
                    entries: [.bind(host: "/usr", box: "/usr")]
                        + ["bin", "lib", "lib64"].map { .link(box: "/" + $0, target: "usr/" + $0) }
                ),
                policy: "compiler",
                workspace: .scratch,
                files: [BoxFile(path: "source.c", content: MemoryBytes("int main(void) { return 0; }\n"))],
                limits: limits,
                collection: Command.Collection(directory: "/box")
            )
        case .make:
            let file = BoxFile(path: "load", content: MemoryBytes(program), isExecutable: true)
            return Command(
                arguments: ["/box/load", "make"],
                root: Root(entries: []),
                policy: "native",
                workspace: .scratch,
                files: [file],
                limits: limits,
                collection: Command.Collection(directory: "/box")
            )
        default:
            if kind == .wait { limits.wallTime = .milliseconds(100) }
            return Command(
                arguments: ["/box/load", "\(kind)"],
                root: Root(entries: []),
                policy: "native",
                workspace: .artifact(Self.key),
                limits: limits
            )
        }
    }

    private static func isRight(_ outcome: Outcome, _ kind: Kind) -> Bool {
        switch kind {
        // On a busy machine even a short program may be long.
        case .spin: outcome.stop == .cpuTime || outcome.stop == .wallTime
        case .wait: outcome.stop == .wallTime
        case .flood: outcome.stop == .output && outcome.standardOutput.byteCount > 4_000_000
        case .hello, .fork: outcome.termination == .exited(code: 0) && outcome.standardOutput.byteCount == 6
        case .make: outcome.termination == .exited(code: 0) && outcome.collected?.files.count == 21
        case .compile: outcome.termination == .exited(code: 0) && outcome.collected?.files.count == 2
        }
    }
}
