internal import Core
internal import Grading
internal import Languages
internal import Queueing
internal import Sandboxing
internal import Synchronization
internal import Working

/// Which languages a worker offers: those that are here and whose self-tests have passed.
final class WorkerLanguages: Sendable {
    private let invocation: Invocation
    private let sandbox: Sandbox
    private let extra: [String]
    private let log: WorkerLog
    private let isReloading = Mutex(false)
    private let onChange = Mutex<(@Sendable () -> Void)?>(nil)

    /// Languages as they work in `sandbox`; `extra` labels are offered with them.
    init(invocation: Invocation, sandbox: Sandbox, extra: [String], log: WorkerLog) {
        self.invocation = invocation
        self.sandbox = sandbox
        self.extra = extra
        self.log = log
    }

    /// Looks at every language, tries those that were not tried before or did not work, and makes a grader.
    ///
    /// - Throws: `Complaint` when none works here, `ProfileError` for a wrong profile.
    func find() async throws -> (tools: JudgingTools, labels: LabelSet) {
        let catalog = try invocation.catalog()
        let survey = LanguageSurvey(
            catalog: catalog,
            locator: try invocation.locator(),
            records: SelfTestRecords(state: try invocation.installation.state())
        )
        let words = invocation.arguments.options["languages"]?.split(separator: ",").map(String.init) ?? []
        let entries = survey.entries(of: try LanguageSelection.profiles(words, tier: nil, in: catalog))
        let untried = entries.compactMap(\.toolchain).filter {
            survey.records.record(of: $0.fingerprint)?.hasPassed != true
        }
        if !untried.isEmpty { try await tryOut(untried, by: survey) }
        var offered: Set<String> = []
        var versions: [String] = []
        var proven: [String: String] = [:]
        for entry in entries {
            guard let toolchain = entry.toolchain,
                let record = survey.records.record(of: toolchain.fingerprint), record.hasPassed
            else { continue }
            offered.insert(entry.profile.id.rawValue)
            proven[entry.profile.id.rawValue] = toolchain.fingerprint
            versions += record.version.map { Self.label(of: entry.profile.id, version: $0) } ?? []
        }
        guard !offered.isEmpty else {
            throw Complaint.ownFailure("no language works here; see assay languages --check")
        }
        let grader = Grader(
            executor: sandbox,
            catalog: catalog,
            locator: survey.locator,
            site: GradingSite(sandbox)
        )
        let labels = offered.map { "language:\($0)" } + versions + extra
        let runner = PlainRun(executor: sandbox, catalog: catalog, locator: survey.locator)
        let tools = JudgingTools(grader: grader, runner: runner, offered: offered) {
            [proven] language async throws(JudgingFailure) in
            try await self.prove(language, as: proven[language], by: survey)
        }
        return (tools, LabelSet(labels))
    }

    /// Has `body` done when a language turns out to be another than it was when all were looked at.
    func whenChanged(_ body: @escaping @Sendable () -> Void) { onChange.withLock { $0 = body } }

    /// Makes sure that the toolchain of `language` is the one of that fingerprint, or works as well.
    private func prove(
        _ language: String,
        as fingerprint: String?,
        by survey: LanguageSurvey
    ) async throws(JudgingFailure) {
        guard let profile = survey.catalog.profile(LanguageID(language)) else { return }
        do {
            let toolchain = try survey.locator.locate(profile)
            guard toolchain.fingerprint != fingerprint else { return }
            log.say("language-changed", ["language": .text(language)])
            let tester = SelfTester(executor: sandbox, catalog: survey.catalog, locator: survey.locator)
            defer { onChange.withLock { $0 }?() }
            try await OfferedLanguage(records: survey.records, tester: tester).require(toolchain) {}
        } catch GradingError.machinery(let failure) {
            throw .machinery(failure)
        } catch GradingError.cancelled {
            throw .cancelled
        } catch let error as MissingToolchain {
            onChange.withLock { $0 }?()
            throw .unsuited(error.description)
        } catch {
            throw .unsuited(Complaint(error).message)
        }
    }

    /// What tells a service which version it is, as in `version:python3=3.11.2`; nothing for what is no version.
    static func label(of language: LanguageID, version: String) -> [String] {
        let label = "version:\(language)=\(version)"
        return LabelSet([label]).flaw == nil ? [label] : []
    }

    private func tryOut(_ toolchains: [Toolchain], by survey: LanguageSurvey) async throws {
        log.say("trying-languages", ["count": .number(toolchains.count)])
        let trials = LanguageTrials(
            survey: survey,
            programs: try ConformancePrograms(directory: invocation.installation.sandboxes() + "/conformance"),
            executor: sandbox,
            width: sandbox.slotCount,
            progress: { _, _ in }
        )
        for (toolchain, hasPassed) in zip(toolchains, try await trials.selfTest(toolchains)) where !hasPassed {
            let why = survey.records.record(of: toolchain.fingerprint)?.failure ?? "its self-test failed"
            log.say(
                "language-not-offered",
                ["language": .text(toolchain.profile.id.rawValue), "reason": .text(why)],
                level: .warning
            )
        }
    }

    /// Finds languages anew, beside the jobs that are under way; what is wrong with them leaves everything as it is.
    func reload(into judge: GradingJudge, _ worker: Worker) {
        let isFirst = isReloading.withLock { isReloading in
            defer { isReloading = true }
            return !isReloading
        }
        guard isFirst else { return }
        Task.detached {
            defer { self.isReloading.withLock { $0 = false } }
            do {
                let (tools, labels) = try await self.find()
                judge.replace(tools)
                worker.offer(labels)
                self.log.say("reloaded", ["languages": .number(tools.offered.count)])
            } catch {
                let reason = Complaint(error).message
                self.log.say("not-reloaded", ["reason": .text(reason)], level: .error)
            }
        }
    }
}
