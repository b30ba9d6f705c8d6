internal import Core
internal import Languages
internal import Problems

/// Where source files become something that can be run: languages, their tools, and the compiler.
struct Workshop: Sendable {
    let boxes: Boxes
    let catalog: LanguageCatalog
    let locator: ToolchainLocator

    /// A submission ready to be run, or refused.
    struct Product: Sendable {
        let toolchain: Toolchain
        let sources: SourceTree
        let compilation: Compilation

        /// What can be run; nil when the compiler refused the source.
        var program: Program? {
            compilation.artifact.map { Program(toolchain: toolchain, artifact: $0, sources: sources) }
        }
    }

    /// The toolchain of `language` on this host.
    ///
    /// - Throws: `.badInput` for an unknown language, or one whose tools are not installed.
    func toolchain(for language: LanguageID) throws(GradingError) -> Toolchain {
        guard let profile = catalog.profile(language) else {
            let near = catalog.suggestions(for: language.rawValue).prefix(3).map(\.rawValue).joined(separator: ", ")
            let mend = near.isEmpty ? "`assay languages` lists those there are" : "did you mean \(near)?"
            throw .badInput("unknown language \(language); \(mend)")
        }
        do {
            return try locator.locate(profile)
        } catch {
            throw .badInput(error.description)
        }
    }

    /// Compiles `submission`, with the include files and by the rules of `problem` where there is one.
    ///
    /// - Throws: `.badInput` for what cannot be compiled as it stands, `.machinery` when the executor failed.
    func compile(_ submission: Submission, for problem: Problem?) async throws(GradingError) -> Product {
        let toolchain = try toolchain(for: submission.language)
        let profile = toolchain.profile
        if let problem { try Workshop.check(problem, allows: toolchain.profile) }
        let sources = try SourceTree(
            submission,
            includes: problem?.includes(for: profile.id, code: profile.names.kattis) ?? [],
            prologue: problem?.prologue ?? [],
            endings: toolchain.profile.extensions
        )
        if let problem { try sources.checkRoom(for: problem.tests) }
        let limits = problem?.limits ?? ProblemLimits()
        let size = submission.files.reduce(0) { $0 + $1.content.count }
        // It is a problem that says how long a solution may be; a program that is just run may be as long as it is.
        if problem != nil, size > limits.code.bytes {
            let line = "the source is too large: \(size) bytes, where at most \(limits.code.bytes) are accepted"
            return Product(toolchain: toolchain, sources: sources, compilation: .refused(because: line))
        }
        var compilation = try await compile(sources, with: toolchain, limits: limits)
        if let key = compilation.artifact, let problem, let line = try await collision(of: key, with: problem.tests) {
            compilation = .refused(because: line, usage: compilation.note.usage)
        }
        return Product(toolchain: toolchain, sources: sources, compilation: compilation)
    }

    /// Compiles `sources` under the limits of a problem; `isAnew` also when that was done before.
    ///
    /// - Throws: `.badInput` when the entry was named and is not there, `.machinery` when the executor failed.
    func compile(
        _ sources: SourceTree,
        with toolchain: Toolchain,
        limits: ProblemLimits,
        isAnew: Bool = false
    ) async throws(GradingError) -> Compilation {
        let limits = Limits(
            cpuTime: limits.compilationTime,
            memory: limits.compilationMemory,
            output: Workshop.compilerOutput,
            openFiles: 4096
        )
        return try await Compiler(boxes: boxes).compile(sources, with: toolchain, limits: limits, isAnew: isAnew)
    }

    /// What is wrong where a test's files have no room beside what the compiler has made; nil where they have.
    ///
    /// A compiler makes whatever its source has it make: that is no failure of ours.
    private func collision(of key: ArtifactKey, with tests: [TestCase]) async throws(GradingError) -> String? {
        guard tests.contains(where: { !$0.files.isEmpty }) else { return nil }
        let made = Set(try await boxes.files(ofArtifact: key).map(\.path))
        for test in tests where !test.files.isEmpty {
            guard let (file, below) = PathCollision.first(among: made.union(test.files.map(\.path))) else { continue }
            return "\(file), which the compiler has made, cannot be the directory of \(below), a file of \(test.name)"
        }
        return nil
    }

    /// What a compiler may write into one file and say: large enough for a static executable with its runtime.
    private static let compilerOutput = ByteCount.mebibytes(64)

    private static func check(_ problem: Problem, allows profile: LanguageProfile) throws(GradingError) {
        guard problem.unsupported.isEmpty else {
            let what = problem.unsupported.joined(separator: ", ")
            throw .badInput("the problem \(problem.shortName) cannot be judged yet: it asks for \(what)")
        }
        guard !profile.codes.contains(where: problem.allows) else { return }
        let allowed = (problem.languages ?? []).map(\.rawValue).sorted().joined(separator: ", ")
        throw .badInput("the problem \(problem.shortName) does not allow \(profile.id); use one of: \(allowed)")
    }
}
