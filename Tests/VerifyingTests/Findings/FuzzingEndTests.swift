import Core
import Grading
import Languages
import Problems
import Synchronization
import Testing
import Verifying

/// Fuzzing of validators that find no end: each such run takes as long as a validator may.
@Suite(.timeLimit(.minutes(60))) struct FuzzingEndTests {
    /// Boxes in which programs accept what a test knows, and are stopped at anything else.
    private final class StoppedBoxes: Executor {
        let slotCount = 1
        private let known: Set<String>
        private let stops = Mutex(0)

        /// How many were stopped.
        var stopped: Int { stops.withLock { $0 } }

        init(known: Set<String>) { self.known = known }

        func run(_ command: Command) async throws(ExecutorFailure) -> Outcome {
            if command.policy == "compiler" {
                return Outcome(termination: .exited(code: 0), collected: Bundle(files: command.files))
            }
            let input = (try? command.input.bytes()).map { String(decoding: $0, as: UTF8.self) } ?? ""
            if known.contains(input) {
                return Outcome(termination: .exited(code: 42), collected: Bundle(files: []))
            }
            stops.withLock { $0 += 1 }
            return Outcome(termination: .signaled(name: "KILL"), stop: .cpuTime, collected: Bundle(files: []))
        }

        func converse(_ conversation: Conversation) async throws(ExecutorFailure) -> Conversation.Outcome {
            throw ExecutorFailure(operation: "converse", subject: "test", cause: "nobody speaks here")
        }

        func note(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [UInt8]? { nil }
        func files(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [BoxFile] { [] }
        func keep(_ files: Bundle, as key: ArtifactKey, note: [UInt8]) async throws(ExecutorFailure) {}
    }

    private func verify(
        _ files: [String: String?],
        slots: Int,
        known: Set<String>
    ) async throws -> (VerifiedPackage, Int) {
        let tree = try Tree(Tree.newer.merging(files) { $1 })
        let boxes = StoppedBoxes(known: known)
        var options = VerificationOptions()
        options.parts = [.validators]
        options.slots = slots
        let package = try await Verification(
            tree.directory,
            options: options,
            trials: PackageTrials(
                executor: boxes,
                catalog: try Verifier.catalog.get(),
                locator: ToolchainLocator(
                    searchPath: ["/usr/local/bin", "/usr/bin", "/bin"],
                    home: nil,
                    etc: "/nowhere"
                )
            ),
            judge: ScriptedJudge { _, _, _ in .skipped("not asked") }
        ).run()
        return (package, boxes.stopped)
    }

    @Test(arguments: [1, 3])
    func `an output validator that finds no end is waited for once in each slot`(slots: Int) async throws {
        let (package, stopped) = try await verify(
            ["output_validator/v.py": "import sys\nsys.exit(42)\n"],
            slots: slots,
            known: ["1\n", "3\n", "2\n", "4\n"]
        )
        let crashes = package.findings.filter { $0.code == .validatorCrash && $0.path == "output_validator" }
        #expect(crashes.count == 1)
        #expect(crashes.first?.message.contains("was stopped: it needs more than 60 s") == true)
        // Two go side by side for each slot; the input validator is stopped as often.
        #expect(stopped <= 2 * slots + 2 * slots && stopped >= 2)
    }

    @Test(arguments: [1, 3])
    func `an input validator that finds no end is waited for once in each slot`(slots: Int) async throws {
        let (package, stopped) = try await verify([:], slots: slots, known: ["1\n", "3\n", "2\n", "4\n"])
        let crashes = package.findings.filter { $0.code == .validatorCrash }
        #expect(crashes.map(\.path) == ["input_validators/validate.py"])
        #expect(stopped >= 1 && stopped <= 2 * slots)
    }
}
