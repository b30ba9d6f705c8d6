internal import Core
public import Grading
internal import Linux
public import Problems
internal import YAML

/// Looks at everything in a package that its author would want to be right.
public struct Verification: Sendable {
    private let package: String
    private let options: VerificationOptions
    private let trials: PackageTrials
    private let judge: any ReferenceJudge
    private let loader: ProblemLoader

    /// A verification of the package in the directory `package`, as it was written.
    public init(
        _ package: String,
        options: VerificationOptions,
        trials: PackageTrials,
        judge: any ReferenceJudge,
        loader: ProblemLoader = ProblemLoader()
    ) {
        self.loader = loader
        self.package = package.count > 1 && package.hasSuffix("/") ? String(package.dropLast()) : package
        self.options = options
        self.trials = trials
        self.judge = judge
    }

    /// Looks at everything that was asked for.
    ///
    /// `progress` gets what is being done, as a phrase.
    ///
    /// - Throws: our own failures, `.cancelled`; what is wrong with the package is in the result.
    public func run(progress: (String) -> Void = { _ in }) async throws -> VerifiedPackage {
        let loaded = Result { () throws(PackageError) in try loader.load(package) }
        let problem = try? loaded.get()
        let root = problem?.directory ?? HostDirectory.resolve(package) ?? package
        let folder = PackageFolder(root: root, shown: loader.shown(package))
        let name = problem?.shortName ?? root.split(separator: "/").last.map(String.init) ?? package
        var result = VerifiedPackage(name: name, directory: loader.shown(package), title: problem?.title)
        if case .failure(let error) = loaded {
            result.findings += error.issues.map { Finding($0, .error, .load, in: folder) }
        }
        result.findings += looked(folder, name, problem, &result)
        if let problem {
            try await run(problem, folder, &result, progress)
            result.findings = UnknownConstants(problem: problem).told(in: result.findings)
        }
        result.findings = result.findings.filter { options.parts.contains($0.code.part) || $0.code == .load }.inOrder
        return result
    }

    /// What can be seen without running anything.
    private func looked(
        _ folder: PackageFolder,
        _ name: String,
        _ problem: Problem?,
        _ result: inout VerifiedPackage
    ) -> [Finding] {
        var findings: [Finding] = []
        findings += (problem?.noted ?? []).map { Finding(noted: $0, in: folder) }
        // What is in another format has rules of its own.
        guard folder.kind(Description.path) != nil else { return findings }
        if options.parts.contains(.metadata) { findings += NameCheck(folder: folder, shortName: name).findings() }
        guard let description = Description(folder) else { return findings }
        result.uuid = description["uuid"]?.string?.lowercased()
        if options.parts.contains(.metadata) {
            findings += MetadataCheck.findings(description)
            findings += TopLevelCheck(folder: folder, format: description.format).findings()
        }
        if options.parts.contains(.statement) {
            findings += StatementCheck(folder: folder, description: description).findings()
        }
        if options.parts.contains(.data) {
            findings += DataCheck(folder: folder, description: description).findings()
            if let problem { findings += TextCheck(folder: folder, problem: problem).findings() }
        }
        return findings
    }

    private func run(
        _ problem: Problem,
        _ folder: PackageFolder,
        _ result: inout VerifiedPackage,
        _ progress: (String) -> Void
    ) async throws {
        let sideBySide = SideBySide(width: 2 * options.slots)
        if options.parts.contains(.validators) {
            result.findings += try await InputValidation(
                folder: folder,
                problem: problem,
                trials: trials,
                sideBySide: sideBySide
            ).findings(progress: progress)
            result.findings += try await OutputValidation(
                folder: folder,
                problem: problem,
                trials: trials,
                sideBySide: sideBySide
            ).findings(progress: progress)
        }
        guard options.parts.contains(.submissions) else { return }
        let submissions: [ReferenceSubmission]
        let hash: String
        do throws(PackageError) {
            submissions = try problem.referenceSubmissions()
            hash = try problem.packageHash()
        } catch {
            result.findings += error.issues.map { Finding($0, .error, .load, in: folder) }
            return
        }
        result.hash = hash
        if folder.kind(Description.path) != nil {
            result.findings +=
                SubmissionFolderCheck(folder: folder, problem: problem, submissions: submissions).findings()
        }
        let matrix = SubmissionMatrix(
            problem: problem,
            submissions: submissions.filter { submission in
                !submission.files.isEmpty && options.submissions.map { submission.path.contains($0) } ?? true
            },
            judge: judge,
            sideBySide: sideBySide,
            options: options,
            packageHash: hash
        )
        let outcome = try await matrix.run(progress: progress)
        result.findings += outcome.findings
        result.submissions = outcome.results
        result.timeLimit = outcome.timeLimit
    }
}

/// What a verification found.
public struct VerifiedPackage: Sendable {
    /// The package's name.
    public var name: String
    /// Its directory, as it was written; of a zip file the place in that.
    public var directory: String
    /// The problem's title, where it could be loaded.
    public var title: String?
    /// What it says identifies it everywhere, where it says so.
    public var uuid: String?
    /// Its `packageHash()`, where its submissions were judged.
    public var hash: String?
    /// What should be known, errors first, in the order of the package's parts.
    public var findings: [Finding] = []
    /// What became of its submissions.
    public var submissions: [SubmissionResult] = []
    /// The time limit, where its submissions were judged.
    public var timeLimit: TimeLimitResult?

    /// A package of which nothing is known yet.
    public init(name: String, directory: String, title: String? = nil) {
        self.name = name
        self.directory = directory
        self.title = title
    }

    /// Adds that `other` has the same uuid.
    public mutating func addSameIdentity(as other: VerifiedPackage) {
        findings.insert(
            Finding(
                .error,
                .uuid,
                Description.path,
                "the uuid is also that of \(other.directory)",
                mend: "give one of them another, as uuidgen makes them"
            ),
            at: 0
        )
    }
}

extension [Finding] {
    /// Errors first, then in the order of the parts; what is the same is there once.
    fileprivate var inOrder: [Finding] {
        let severities = Finding.Severity.allCases
        let parts = Finding.Part.allCases
        var seen: Set<Finding> = []
        let unique = filter { seen.insert($0).inserted }
        func place(_ entry: (offset: Int, element: Finding)) -> (Int, Int, Int) {
            let finding = entry.element
            return (
                severities.firstIndex(of: finding.severity) ?? 0, parts.firstIndex(of: finding.code.part) ?? 0,
                entry.offset
            )
        }
        return unique.enumerated().sorted { place($0) < place($1) }.map(\.element)
    }
}
