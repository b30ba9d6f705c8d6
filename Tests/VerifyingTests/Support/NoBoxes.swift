import Core
import Grading
import Languages
import Problems
import Verifying

/// An executor for tests that run nothing.
struct NoBoxes: Executor {
    let slotCount = 1

    func run(_ command: Command) async throws(ExecutorFailure) -> Outcome { throw nothing }

    func converse(_ conversation: Conversation) async throws(ExecutorFailure) -> Conversation.Outcome { throw nothing }

    func note(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [UInt8]? { throw nothing }

    func files(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [BoxFile] { throw nothing }

    func keep(_ files: Bundle, as key: ArtifactKey, note: [UInt8]) async throws(ExecutorFailure) { throw nothing }

    private var nothing: ExecutorFailure {
        ExecutorFailure(operation: "run", subject: "test", cause: "there are no boxes")
    }
}

/// A judge that gives what a test says.
struct ScriptedJudge: ReferenceJudge {
    /// What becomes of the submission at that path under that limit.
    typealias Script = @Sendable (_ path: String, _ problem: Problem, _ options: GradingOptions) -> JudgedReference

    let script: Script

    func judge(
        _ submission: ReferenceSubmission,
        on problem: Problem,
        options: GradingOptions
    ) async throws -> JudgedReference {
        script(submission.path, problem, options)
    }

    func timeLimit(_ stated: Duration, in language: String) -> Duration { stated }
}

/// Verifications without boxes.
enum Verifier {
    static let catalog = Result {
        var root = Substring(#filePath)
        for _ in 0..<4 { root = root[..<(root.lastIndex(of: "/") ?? root.startIndex)] }
        return try LanguageCatalog(directory: root + "/Sandboxes/languages")
    }

    static func verify(
        _ package: String,
        parts: Set<Finding.Part> = [.metadata, .statement, .data],
        options: VerificationOptions = VerificationOptions(),
        script: @escaping ScriptedJudge.Script = { _, _, _ in .skipped("not asked") }
    ) async throws -> VerifiedPackage {
        var options = options
        options.parts = parts
        let trials = PackageTrials(
            executor: NoBoxes(),
            catalog: try catalog.get(),
            locator: ToolchainLocator(searchPath: [], home: nil, etc: "/nowhere")
        )
        return try await Verification(package, options: options, trials: trials, judge: ScriptedJudge(script: script))
            .run()
    }

    /// Findings as `severity code path:line`.
    static func words(_ package: VerifiedPackage) -> [String] {
        package.findings.map { finding in
            let place = finding.line.map { "\(finding.path):\($0)" } ?? finding.path
            return "\(finding.severity.rawValue) \(finding.code.rawValue) \(place)"
        }
    }
}
