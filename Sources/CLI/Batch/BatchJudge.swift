internal import Batch
internal import Core
internal import Grading
internal import Languages
internal import Linux
internal import Problems
internal import Sandboxing

/// Judges one item of a batch after the other, with all that is the same for them.
struct BatchJudge: Sendable {
    let catalog: LanguageCatalog
    let locator: ToolchainLocator
    /// The packages, with their names.
    let packages: BatchPackages
    private let records: SelfTestRecords
    private let shelf: PackageShelf
    private let options: GradingOptions
    private let limits: InferredTimeLimits
    /// Several that begin at once may be in one language.
    private let selfTests = OneAtATime()

    /// What judging on `packages` needs.
    ///
    /// - Throws: `Complaint` or `ProfileError` for a wrong installation or option.
    init(_ invocation: Invocation, packages: [String], shelf: PackageShelf) throws {
        catalog = try invocation.catalog()
        locator = try invocation.locator(problems: packages)
        self.packages = BatchPackages(packages, shown: ProblemLoader(store: invocation.store).shown)
        records = SelfTestRecords(state: try invocation.installation.state())
        limits = InferredTimeLimits(state: try invocation.installation.state())
        self.shelf = shelf
        options = GradingOptions(
            timeLimit: try invocation.arguments.seconds("time"),
            memoryLimit: try invocation.arguments.mebibytes("memory"),
            allTests: invocation.arguments.has("all-tests")
        )
    }

    /// A grader in `sandbox`.
    func grader(in sandbox: Sandbox) -> Grader {
        Grader(executor: sandbox, catalog: catalog, locator: locator, site: GradingSite(sandbox))
    }

    /// Judges `item`.
    ///
    /// - Throws: what ends the whole batch: our own failures, and being called off.
    func judge(_ item: BatchItem, by grader: Grader, in sandbox: Sandbox) async throws -> BatchResult {
        var result = BatchResult(
            id: item.id,
            problem: packages.name(of: item.package),
            expected: item.expectation.verdicts,
            outcome: .skipped("")
        )
        if let flaw = item.flaw {
            result.outcome = .refused(flaw)
            return result
        }
        do {
            let (package, problem) = try problem(of: item)
            result.terms = terms(of: item, on: problem)
            var options = options
            options.packageHash = package.hash
            options.start = .now
            // With one slot two submissions keep it busy, and a test that runs ahead of its turn is all that is of use.
            if sandbox.slotCount == 1 { options.width = 2 }
            if case .reference(let reference) = item.expectation, problem.format != .legacy, !options.allTests {
                // There expectations are about all tests. One that never ends would be waited for on each, and is where
                // rules or points ask for those behind it.
                options.allTests = true
                options.endsAtLimit = !reference.isRuled && !problem.type.isScoring
            }
            let language = try await language(of: item, on: problem, in: sandbox)
            let submission = Submission(id: item.id, language: language, files: item.files, entry: item.entry)
            var report = try await grader.grade(submission, on: problem, options: options)
            var surprises = item.expectation.surprises(in: report)
            // What a package's rule asks for may be in a test after the first that failed.
            if case .reference(let reference) = item.expectation, !reference.expectations.isEmpty,
                surprises?.isEmpty == false, !options.allTests || options.endsAtLimit,
                report.tests.contains(where: { $0.verdict == .skipped })
            {
                options.allTests = true
                options.endsAtLimit = false
                report = try await grader.grade(submission, on: problem, options: options)
                surprises = item.expectation.surprises(in: report)
            }
            result.outcome = .judged(report, surprises: surprises)
        } catch let error as MissingToolchain {
            result.outcome = .skipped(error.description)
        } catch let error as DetectionError {
            // Packages bring along what is in languages that nobody here knows, and notes.
            if case .reference = item.expectation {
                result.outcome = .skipped(error.description)
            } else {
                result.outcome = .refused(error.description)
            }
        } catch let error as PackageError {
            result.outcome = .refused(error.description)
        } catch GradingError.badInput(let line) {
            result.outcome = .refused(line)
        } catch let complaint as Complaint where complaint.exitCode == .badInput {
            result.outcome = .refused(complaint.message)
        }
        return result
    }

    /// The package of `item`, and the problem with the time limit that holds.
    private func problem(of item: BatchItem) throws(PackageError) -> (PackageShelf.Package, Problem) {
        let package = try shelf.package(item.package)
        var problem = package.problem
        if problem.timeLimit == nil { problem.inferredTimeLimit = limits.limit(of: package.hash) }
        return (package, problem)
    }

    /// By what `item` is judged besides its files and its package.
    private func terms(of item: BatchItem, on problem: Problem) -> String {
        BatchTerms(
            timeLimit: options.timeLimit ?? problem.timeLimit ?? problem.inferredTimeLimit,
            memoryLimit: options.memoryLimit,
            allTests: options.allTests
        ).digest(of: item)
    }

    /// Whether `result` is what judging `item` would come to, as far as files, what is expected and options tell.
    func stillHolds(_ result: Resumption.Earlier, for item: BatchItem) -> Bool {
        guard item.flaw == nil, result.sha256 == Submission.digest(of: item.files),
            result.expected == item.expectation.verdicts,
            let (package, problem) = try? problem(of: item), package.hash == result.packageHash,
            result.terms == terms(of: item, on: problem)
        else { return false }
        if problem.type.isSubmitAnswer { return true }
        return (try? profile(of: item, on: problem))?.id.rawValue == result.language
    }

    private func profile(of item: BatchItem, on problem: Problem) throws -> LanguageProfile {
        try LanguageChoice.profile(
            asked: item.language?.rawValue,
            files: item.files,
            catalog: catalog,
            problem: problem
        )
    }

    /// The language of `item`, after its self-test has passed here.
    ///
    /// - Throws: what stands against judging in it.
    func language(
        of item: BatchItem,
        on problem: Problem,
        in sandbox: Sandbox
    ) async throws -> LanguageID {
        if problem.type.isSubmitAnswer { return .answers }
        let profile = try profile(of: item, on: problem)
        let toolchain = try locator.locate(profile)
        let tester = SelfTester(executor: sandbox, catalog: catalog, locator: locator)
        let language = OfferedLanguage(records: records, tester: tester)
        try await selfTests.pass(toolchain.fingerprint) { () async throws in
            try await language.require(toolchain) {}
        }
        return profile.id
    }
}

extension GradingSite {
    /// This installation, on this host, with `sandbox`.
    init(_ sandbox: Sandbox) {
        self.init(assay: Version.number, host: HostEnvironment.machine(), sandbox: "\(sandbox.mode)")
    }
}
