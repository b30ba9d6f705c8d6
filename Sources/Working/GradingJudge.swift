internal import Core
public import Grading
internal import Problems
public import Queueing
internal import Synchronization

/// What submissions are judged with, as a worker has it at the time.
public struct JudgingTools: Sendable {
    /// Judges.
    public var grader: Grader
    /// Runs programs where no problem is to be solved.
    public var runner: PlainRun
    /// The languages that work here, by their ids.
    public var offered: Set<String>
    /// Makes sure that a language still works with the tools as they are now; throws `.unsuited` when it does not.
    ///
    /// A toolchain that was updated since it was tried is tried again before anything is judged with it.
    public var prove: @Sendable (_ language: String) async throws(JudgingFailure) -> Void

    /// A grader and a runner for these languages.
    public init(
        grader: Grader,
        runner: PlainRun,
        offered: Set<String>,
        prove: @escaping @Sendable (_ language: String) async throws(JudgingFailure) -> Void
    ) {
        self.grader = grader
        self.runner = runner
        self.offered = offered
        self.prove = prove
    }
}

/// Judges jobs by grading: sources and packages from the queue's database, boxes from whatever the grader runs them in.
public final class GradingJudge: JobJudge {
    /// What the judge gets from the rest of the program.
    public struct Surroundings: Sendable {
        /// Makes JSON of an event or a report, without a line's end.
        public var encode: @Sendable (any Encodable & Sendable) throws -> [UInt8]
        /// Makes JSON of what came of a plain run, without a line's end.
        public var encodeRun: @Sendable (PlainRun.Result) throws -> [UInt8]
        /// The time limit that was inferred for the package of that hash; nil: none was.
        public var inferredLimit: @Sendable (_ packageHash: String) -> Duration?

        /// Surroundings of these.
        public init(
            encode: @escaping @Sendable (any Encodable & Sendable) throws -> [UInt8],
            encodeRun: @escaping @Sendable (PlainRun.Result) throws -> [UInt8],
            inferredLimit: @escaping @Sendable (_ packageHash: String) -> Duration? = { _ in nil }
        ) {
            self.encode = encode
            self.encodeRun = encodeRun
            self.inferredLimit = inferredLimit
        }
    }

    private let queue: any JobQueue
    private let cache: PackageCache
    private let surroundings: Surroundings
    private let tools: Mutex<JudgingTools>
    private let underWay = Atomic(0)

    /// How large a source file may be.
    private static let largestSource = ByteCount.mebibytes(16)

    /// A judge of the jobs of `queue`.
    public init(queue: any JobQueue, cache: PackageCache, tools: JudgingTools, surroundings: Surroundings) {
        self.queue = queue
        self.cache = cache
        self.surroundings = surroundings
        self.tools = Mutex(tools)
    }

    /// Judges with these from the next job on.
    public func replace(_ tools: JudgingTools) { self.tools.withLock { $0 = tools } }

    /// Fetches the sources, and the package unless it is here.
    public func prepare(_ lease: Lease) throws(JudgingFailure) -> any PreparedJob {
        let request = lease.job.submitted.request
        let tools = self.tools.withLock { $0 }
        if let run = request.run { return try prepare(run, of: lease, by: tools) }
        let package = try cache.package(request.problem.package, from: queue)
        var problem = package.problem
        // A package is called by what it was pushed as, wherever it lies.
        problem.shortName = request.problem.name
        if problem.timeLimit == nil { problem.inferredTimeLimit = surroundings.inferredLimit(package.hash) }
        guard problem.type.isSubmitAnswer || tools.offered.contains(request.language) else {
            throw .unsuited("\(request.language) is not offered by this worker")
        }
        let sources = try sources(of: request)
        let submission = Submission(
            id: lease.job.id.rawValue,
            language: LanguageID(request.language),
            files: sources,
            entry: request.entry,
            isEntryJudged: true
        )
        var options = GradingOptions(
            timeLimit: request.options.timeLimitMilliseconds.map { .milliseconds($0) },
            memoryLimit: request.options.memoryLimitBytes.map { ByteCount($0) },
            samplesOnly: request.options.samplesOnly,
            allTests: request.options.allTests,
            start: .now,
            queued: lease.job.startedAt.map { max(.zero, $0 - lease.job.createdAt) } ?? .zero,
            packageHash: package.hash
        )
        options.queuedPackage = request.problem.package.rawValue
        return PreparedGrading(
            tools: tools,
            submission: submission,
            problem: problem,
            package: package,
            options: options,
            encode: surroundings.encode,
            judge: self
        )
    }

    private func prepare(
        _ run: JudgingRequest.Run,
        of lease: Lease,
        by tools: JudgingTools
    ) throws(JudgingFailure) -> any PreparedJob {
        let request = lease.job.submitted.request
        guard tools.offered.contains(request.language) else {
            throw .unsuited("\(request.language) is not offered by this worker")
        }
        let input: [UInt8]
        do throws(QueueError) {
            input = try queue.get(run.input, limit: Self.largestSource)
        } catch {
            throw .queue(error)
        }
        let submission = Submission(
            id: lease.job.id.rawValue,
            language: LanguageID(request.language),
            files: try sources(of: request),
            entry: request.entry,
            isEntryJudged: true
        )
        return PreparedRun(
            tools: tools,
            submission: submission,
            request: request,
            run: run,
            input: input,
            surroundings: surroundings
        )
    }

    private func sources(of request: JudgingRequest) throws(JudgingFailure) -> [Submission.SourceFile] {
        var files: [Submission.SourceFile] = []
        for file in request.files {
            let name = file.name
            guard BoxFile.isAcceptable(path: name), !name.contains("/"), !name.hasPrefix("-"), !name.isEmpty else {
                throw .refused("'\(name)' is no name that a source file can have; rename it")
            }
            do throws(QueueError) {
                files.append(.init(name: name, content: try queue.get(file.content, limit: Self.largestSource)))
            } catch {
                throw .queue(error)
            }
        }
        return files
    }

    /// How many tests of the next job may run ahead: a job that is alone may fill the slots, of several each a few.
    fileprivate func begin() -> Int? {
        underWay.add(1, ordering: .relaxed).newValue > 1 ? 2 : nil
    }

    fileprivate func end() { underWay.subtract(1, ordering: .relaxed) }
}

/// A submission with all that it is graded with.
private struct PreparedGrading: PreparedJob {
    let tools: JudgingTools
    let submission: Submission
    let problem: Problem
    /// Holds the package where it is.
    let package: CachedPackage
    let options: GradingOptions
    let encode: @Sendable (any Encodable & Sendable) throws -> [UInt8]
    let judge: GradingJudge

    func judge(_ progress: @escaping @Sendable (Progress) -> Void) async throws(JudgingFailure) -> JobResult {
        var options = options
        options.width = judge.begin()
        defer { judge.end() }
        if !problem.type.isSubmitAnswer { try await tools.prove(submission.language.rawValue) }
        let report: Report
        do throws(GradingError) {
            report = try await tools.grader.grade(submission, on: problem, options: options) { event in
                if let step = step(event) { progress(step) }
            }
        } catch {
            switch error {
            case .badInput(let line): throw .refused(line)
            case .machinery(let failure): throw .machinery(failure)
            case .cancelled: throw .cancelled
            }
        }
        do {
            return JobResult(verdict: report.verdict.rawValue, score: report.score, report: try encode(report))
        } catch {
            throw .machinery(
                ExecutorFailure(operation: "write a report", subject: submission.id, cause: "\(error)")
            )
        }
    }

    private func step(_ event: GradingEvent) -> Progress? {
        switch event {
        case .compiled(let compile):
            return (try? encode(CompiledEvent(compile))).map { Progress(.compiled, detail: $0) }
        case .test(let index, let test, let total):
            return (try? encode(TestEvent(test, index: index, total: total))).map { Progress(.test, detail: $0) }
        }
    }
}
