internal import Core
internal import Grading
internal import Languages
internal import Queueing
internal import Sandboxing
internal import Synchronization
internal import Working

/// Which languages a worker offers: those that are here and whose self-tests have passed.
///
/// There may be hundreds, and trying them all takes minutes: a worker begins with those that are known to work, and with
/// the first one that does where none is. The others are tried beside its jobs, and offered as they pass.
final class WorkerLanguages: Sendable {
    /// What works, as a worker needs it.
    typealias Offer = (tools: JudgingTools, labels: LabelSet)

    /// All languages as they were found, and what is still to be tried of them.
    private struct Look: Sendable {
        let survey: LanguageSurvey
        let entries: [LanguageSurvey.Entry]
        let grader: Grader
        let runner: PlainRun
        var untried: [Toolchain]
    }

    private let invocation: Invocation
    private let sandbox: Sandbox
    private let extra: [String]
    private let log: WorkerLog
    /// What `begin` has left to be tried.
    private let rest = Mutex<Look?>(nil)
    private let rounds = Rounds()
    private let onChange = Mutex<(@Sendable () -> Void)?>(nil)

    /// Languages as they work in `sandbox`; `extra` labels are offered with them.
    init(invocation: Invocation, sandbox: Sandbox, extra: [String], log: WorkerLog) {
        self.invocation = invocation
        self.sandbox = sandbox
        self.extra = extra
        self.log = log
    }

    /// Looks at every language, and tries those that were not tried before or did not work until one works.
    ///
    /// - Parameter tried: Told how many were tried, and how many there are to be tried.
    /// - Returns: What works.
    /// - Throws: `Complaint` when none works here, `ProfileError` for a wrong profile.
    func begin(tried: (_ done: Int, _ of: Int) -> Void = { _, _ in }) async throws -> Offer {
        var look = try self.look()
        let count = look.untried.count
        if count > 0 { log.say("trying-languages", ["count": .number(count)]) }
        while true {
            tried(count - look.untried.count, count)
            if let offer = self.offer(of: look) {
                rest.withLock { $0 = look }
                return offer
            }
            guard !look.untried.isEmpty else {
                throw Complaint.ownFailure("no language works here; see assay languages --check")
            }
            try await tryNext(&look)
        }
    }

    /// Tries what `begin` has left, and has `worker` offer it as it passes; ends when the task is cancelled.
    func tryRest(into judge: GradingJudge, _ worker: Worker) async {
        guard let look = rest.withLock({ $0.take() }), !look.untried.isEmpty, rounds.begin() else { return }
        await tell { try await self.tryAll(look, into: judge, worker) }
        while rounds.goesRoundAgain() { await renew(judge, worker) }
    }

    /// Finds languages anew, beside the jobs that are under way; what is wrong with them leaves everything as it is.
    func reload(into judge: GradingJudge, _ worker: Worker) {
        rounds.ask { await self.renew(judge, worker) }
    }

    /// What tells a service which version it is, as in `version:python3=3.11.2`; nothing for what is no version.
    static func label(of language: LanguageID, version: String) -> [String] {
        let label = "version:\(language)=\(version)"
        return LabelSet([label]).flaw == nil ? [label] : []
    }

    private func renew(_ judge: GradingJudge, _ worker: Worker) async {
        await tell {
            var look = try self.look()
            while !look.untried.isEmpty { try await self.tryNext(&look) }
            guard let offer = self.offer(of: look) else {
                throw Complaint.ownFailure("no language works here; see assay languages --check")
            }
            judge.replace(offer.tools)
            worker.offer(offer.labels)
            self.log.say("reloaded", ["languages": .number(offer.tools.offered.count)])
        }
    }

    /// Says what went wrong, unless it was called off.
    private func tell(_ work: () async throws -> Void) async {
        do {
            try await work()
        } catch {
            if Task.isCancelled { return }
            log.say("not-reloaded", ["reason": .text(Complaint(error).message)], level: .error)
        }
    }

    // MARK: Looking and trying

    private func look() throws -> Look {
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
        return Look(
            survey: survey,
            entries: entries,
            grader: Grader(
                executor: sandbox,
                catalog: catalog,
                locator: survey.locator,
                site: GradingSite(sandbox)
            ),
            runner: PlainRun(executor: sandbox, catalog: catalog, locator: survey.locator),
            // What everybody has first: most jobs wait for that.
            untried: untried.filter { $0.profile.tier == .common } + untried.filter { $0.profile.tier != .common }
        )
    }

    /// What has passed, here and as it is now; nil: nothing has.
    private func offer(of look: Look) -> Offer? {
        var offered: Set<String> = []
        var versions: [String] = []
        var proven: [String: String] = [:]
        for entry in look.entries {
            guard let toolchain = entry.toolchain,
                let record = look.survey.records.record(of: toolchain.fingerprint), record.hasPassed
            else { continue }
            offered.insert(entry.profile.id.rawValue)
            proven[entry.profile.id.rawValue] = toolchain.fingerprint
            versions += record.version.map { Self.label(of: entry.profile.id, version: $0) } ?? []
        }
        guard !offered.isEmpty else { return nil }
        let labels = offered.map { "language:\($0)" } + versions + extra
        let tools = JudgingTools(grader: look.grader, runner: look.runner, offered: offered) {
            [proven, survey = look.survey] language async throws(JudgingFailure) in
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

    private func tryAll(_ all: Look, into judge: GradingJudge, _ worker: Worker) async throws {
        var look = all
        while !look.untried.isEmpty {
            try await tryNext(&look)
            guard let offer = self.offer(of: look) else { continue }
            judge.replace(offer.tools)
            worker.offer(offer.labels)
        }
        log.say("tried-languages", ["languages": .number(offer(of: look)?.tools.offered.count ?? 0)])
    }

    /// Tries a few, as many as keep all slots busy for a while.
    private func tryNext(_ look: inout Look) async throws {
        let few = Array(look.untried.prefix(max(4, 2 * sandbox.slotCount)))
        let trials = LanguageTrials(
            survey: look.survey,
            programs: try ConformancePrograms(directory: invocation.installation.sandboxes() + "/conformance"),
            executor: sandbox,
            width: sandbox.slotCount,
            progress: { _, _ in }
        )
        let results = try await trials.selfTest(few)
        for (toolchain, hasPassed) in zip(few, results) where !hasPassed {
            let why = look.survey.records.record(of: toolchain.fingerprint)?.failure ?? "its self-test failed"
            log.say(
                "language-not-offered",
                ["language": .text(toolchain.profile.id.rawValue), "reason": .text(why)],
                level: .warning
            )
        }
        look.untried.removeFirst(few.count)
    }
}
