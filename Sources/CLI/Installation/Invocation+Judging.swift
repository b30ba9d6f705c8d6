internal import Core
internal import Grading
internal import Languages
internal import Linux
internal import Problems
internal import Roots
internal import Sandboxing

/// What a command needs to judge with, each made when it is first asked for.
extension Invocation {
    /// The languages that this installation knows.
    ///
    /// - Throws: `Complaint` or `ProfileError`.
    func catalog() throws -> LanguageCatalog {
        try LanguageCatalog(directory: installation.sandboxes() + "/languages")
    }

    /// Finds toolchains on this host; none that would show a box our state, or problems: where they are looked up, and
    /// `problem`, as it was asked for.
    ///
    /// - Throws: `Complaint` when there is no `Sandboxes`.
    func locator(problem: String? = nil) throws -> ToolchainLocator {
        ToolchainLocator(
            searchPath: environment["PATH", default: ""].split(separator: ":").map(String.init),
            home: environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil },
            etc: try installation.sandboxes() + "/etc",
            hidden: try [installation.state()] + problemDirectories(and: problem),
            roots: try RootStore(directory: installation.roots())
        )
    }

    /// The absolute paths of the directories in which problems are looked up, and of `problem`, which may be a mere name.
    private func problemDirectories(and problem: String?) -> [String] {
        let paths = searchPath + (problem.map { [$0] } ?? [])
        let current = HostDirectory.resolve(".") ?? "/"
        return paths.map { $0.hasPrefix("/") ? $0 : "\(current)/\($0)" }
    }

    /// Where problems are looked up by their names.
    private var searchPath: [String] {
        ProblemPath.searchPath(environment: environment, shareDirectory: installation.share + "/Problems")
    }

    /// The problem that was written as `name`, with a note on what was ignored in it.
    ///
    /// - Throws: `PackageError`, or `Complaint` when a note cannot be written.
    func problem(_ name: String) throws -> Problem {
        let problem = try ProblemLoader().load(ProblemPath.find(name, in: searchPath))
        for note in problem.notes { try console.note(note) }
        return problem
    }

    /// Starts a sandbox for `body`, and stops it whatever comes of that.
    ///
    /// - Throws: `Complaint` or `ExecutorFailure` when there can be no sandbox, and what `body` throws.
    func withSandbox<Result>(slots: Int, _ body: (Sandbox) async throws -> Result) async throws -> Result {
        let sandbox = try Sandbox(
            Sandbox.Configuration(
                slots: slots,
                jailer: installation.jailer(),
                sandboxes: installation.sandboxes(),
                state: installation.state()
            )
        )
        defer { Self.stop(sandbox) }
        return try await body(sandbox)
    }

    /// Stopping blocks for the moment that the jailers take to end, and there is nothing left to do beside it.
    private static func stop(_ sandbox: Sandbox) { sandbox.stop() }
}
