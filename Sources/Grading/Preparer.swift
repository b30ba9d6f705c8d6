public import Core
public import Languages
internal import Problems

/// Makes ready what a profile wants to have prepared: runs its commands in boxes and keeps what they leave.
public struct Preparer: Sendable {
    /// What became of one preparation.
    public struct Result: Sendable {
        /// How it ended.
        public enum Conclusion: Hashable, Sendable {
            /// It was made just now.
            case made(PreparedStore.Entry)
            /// It was there, and its content is what it was.
            case kept(PreparedStore.Entry)
            /// There is none, for that reason; the language works without.
            case failed(String)
        }

        /// The language.
        public let language: LanguageID
        /// What the profile calls it.
        public let name: String
        /// How it ended.
        public let conclusion: Conclusion
    }

    private let boxes: Boxes
    private let catalog: LanguageCatalog
    private let locator: ToolchainLocator
    private let executor: any Executor
    private let store: PreparedStore

    /// Prepares by `executor`, and keeps it in `store`, in which `locator` looks as well.
    public init(
        executor: any Executor,
        catalog: LanguageCatalog,
        locator: ToolchainLocator,
        store: PreparedStore
    ) {
        boxes = Boxes(executor)
        self.executor = executor
        self.catalog = catalog
        self.locator = locator
        self.store = store
    }

    /// Makes what is missing, stale or damaged of what `profile` wants, and tries it with the language's self-test.
    ///
    /// What is there stays when its content is right, and is tried no more. A profile whose tools are not there has none.
    ///
    /// - Throws: `.machinery` when the executor failed, `.cancelled`; `PreparedError` when nothing can be kept.
    public func prepare(
        _ profile: LanguageProfile,
        _ change: PreparedStore.Change
    ) async throws -> [Result] {
        guard let toolchain = try? locator.locate(profile) else { return [] }
        var results: [Result] = []
        var isNew = false
        for state in toolchain.preparations {
            let conclusion = try await prepare(state, of: toolchain, change)
            if case .made = conclusion { isNew = true }
            results.append(Result(language: profile.id, name: state.preparation.name, conclusion: conclusion))
        }
        guard isNew else { return results }
        let tester = SelfTester(executor: executor, catalog: catalog, locator: locator)
        guard let failure = try await tester.test(profile).failure else { return results }
        return results.map { result in
            guard case .made = result.conclusion,
                let state = toolchain.preparations.first(where: { $0.preparation.name == result.name })
            else { return result }
            store.withdraw(state.key)
            return Result(language: profile.id, name: result.name, conclusion: .failed("with it \(failure)"))
        }
    }

    private func prepare(
        _ state: PreparationState,
        of toolchain: Toolchain,
        _ change: PreparedStore.Change
    ) async throws -> Result.Conclusion {
        let purpose = toolchain.profile.purpose(of: state.preparation)
        // Another profile may have made it since we looked.
        if store.isIntact(state.key), case .ready(let entry) = store.condition(of: state.key) {
            store.add(purpose: purpose, to: state.key, change)
            return .kept(entry)
        }
        let command = toolchain.command(making: state.preparation)
        let outcome = try await boxes.run(command)
        if let refusal = Refusal(outcome, isOutOfMemory: false, command.limits) {
            let said = try? BoundedText(
                [outcome.standardError, outcome.standardOutput],
                limit: BoundedText.messageLimit
            )
            let first = said?.text.split(separator: "\n").first.map(String.init)
            return .failed(refusal.line ?? first ?? "its command failed and said nothing")
        }
        guard let files = outcome.collected else { return .failed("its command made nothing that can be kept") }
        try store.keep(files, as: state.key, for: purpose, time: outcome.usage.wallTime, change)
        guard case .ready(let entry) = store.condition(of: state.key) else {
            return .failed("what was kept cannot be read again; see assay doctor")
        }
        return .made(entry)
    }
}
