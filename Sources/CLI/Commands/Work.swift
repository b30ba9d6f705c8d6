internal import Core
internal import Grading
internal import Languages
internal import Problems
internal import Sandboxing

/// Source files that are to be judged, and what they are judged with.
struct Work: Sendable {
    let files: [Submission.SourceFile]
    let catalog: LanguageCatalog
    let locator: ToolchainLocator
    /// What it is written in; nil where answers are handed in, and no program.
    let toolchain: Toolchain?
    private let records: SelfTestRecords

    /// Answers to the tests of a problem that asks for those.
    init(_ invocation: Invocation, answers: [Submission.SourceFile], problem: String) throws {
        files = answers
        catalog = try invocation.catalog()
        locator = try invocation.locator(problem: problem)
        toolchain = nil
        records = SelfTestRecords(state: try invocation.installation.state())
    }

    /// Finds out in which language `files` are written, and whether that is installed; `problem` is what they are
    /// judged by, as it was asked for, and `package` the same, loaded.
    ///
    /// - Throws: `Complaint`, `ProfileError`, `DetectionError` or `MissingToolchain`.
    init(
        _ invocation: Invocation,
        files: [Submission.SourceFile],
        problem: String? = nil,
        package: Problem? = nil
    ) throws {
        self.files = files
        locator = try invocation.locator(problem: problem)
        let asked = invocation.arguments.options["language"]
        let ids = problem == nil ? [] : PackageProgram.languages
        let few = try invocation.catalog(for: files, asked: asked, needing: ids)
        if let profile = try? LanguageChoice.profile(asked: asked, files: files, catalog: few, problem: package) {
            catalog = few
            toolchain = try locator.locate(profile)
        } else {
            // What is wrong, and what is near, only all of them can tell.
            catalog = try invocation.catalog()
            let profile = try LanguageChoice.profile(asked: asked, files: files, catalog: catalog, problem: package)
            toolchain = try locator.locate(profile)
        }
        records = SelfTestRecords(state: try invocation.installation.state())
    }

    /// Returns when the language's self-test has passed here, before or now.
    ///
    /// - Throws: `Complaint` or `GradingError` when it has not.
    func requireLanguage(by sandbox: Sandbox, announce: (_ language: String) -> Void) async throws {
        guard let toolchain else { return }
        let tester = SelfTester(executor: sandbox, catalog: catalog, locator: locator)
        try await OfferedLanguage(records: records, tester: tester).require(toolchain) {
            announce(toolchain.profile.name)
        }
    }

    /// The files as a submission of its own.
    func submission(entry: String?) -> Submission {
        let id = String(UInt64.random(in: .min ... .max), radix: 16)
        return Submission(
            id: String(repeating: "0", count: 16 - id.count) + id,
            language: toolchain?.profile.id ?? .answers,
            files: files,
            entry: entry
        )
    }
}
