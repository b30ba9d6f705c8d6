internal import Core
internal import Languages
internal import Problems
internal import Queueing

/// A job as a command line asks for it.
struct JobOrder {
    /// What is enqueued.
    let job: NewJob
    /// The problem.
    let problem: QueuedProblem
    /// Its name and files, as they were given.
    let files: [Submission.SourceFile]

    /// The options by which jobs wait.
    static let waitingOptions: [CommandDescription.Option] = [
        .init("key", "K", "the same request with the same key again is the same job"),
        .init("priority", "N", "jobs of a higher one go first, from -100 to 100 (0)"),
        .init("tenant", "T", "whose job it is; tenants take turns (default)"),
        .init("labels", "L,…", "what a worker must have besides the language, as in class:large"),
    ]

    /// Reads the files, has everything stored in the queue's database, and makes the job of it.
    ///
    /// - Throws: `Complaint` for what makes no job, `PackageError`, `DetectionError`, `QueueError`.
    init(_ invocation: Invocation, in queue: any JobQueue) throws {
        let arguments = invocation.arguments
        files = try SourceFiles.read(Array(arguments.operands.dropFirst()))
        let priority = try Self.priority(arguments)
        let options = JudgingRequest.Options(
            samplesOnly: arguments.has("samples"),
            allTests: arguments.has("all-tests"),
            timeLimitMilliseconds: try arguments.seconds("time").map { max(1, $0.inMilliseconds) },
            memoryLimitBytes: try arguments.mebibytes("memory")?.bytes
        )
        problem = try invocation.queuedProblem(arguments.operands[0], in: queue)
        let language = try Self.language(invocation, files, problem, queue)
        var labels = arguments.options["labels"]?.split(separator: ",").map(String.init) ?? []
        if language != .answers { labels.append("language:\(language.rawValue)") }
        var stored: [JudgingRequest.File] = []
        for file in files { stored.append(.init(name: file.name, content: try queue.put(file.content))) }
        job = NewJob(
            JudgingRequest(
                problem: problem.named,
                language: language.rawValue,
                files: stored,
                entry: arguments.options["entry"],
                options: options
            ),
            tenant: arguments.options["tenant"] ?? NewJob.defaultTenant,
            priority: priority,
            idempotencyKey: arguments.options["key"],
            labels: LabelSet(labels)
        )
    }

    private static func priority(_ arguments: ParsedArguments) throws(Complaint) -> Int {
        guard let text = arguments.options["priority"] else { return 0 }
        guard let number = Int(text), (-100...100).contains(number) else {
            throw .badInput("--priority \(text) is not right; give a whole number between -100 and 100")
        }
        return number
    }

    /// The language that was asked for, or that the files show; a problem that wants answers has none.
    private static func language(
        _ invocation: Invocation,
        _ files: [Submission.SourceFile],
        _ problem: QueuedProblem,
        _ queue: any JobQueue
    ) throws -> LanguageID {
        if let local = problem.local, local.type.isSubmitAnswer { return .answers }
        let asked = invocation.arguments.options["language"]
        // Most files need few of the profiles.
        let few = try invocation.catalog(for: files, asked: asked, needing: [])
        func language(in catalog: LanguageCatalog) throws -> LanguageID {
            let choose = { try LanguageChoice.profile(asked: asked, files: files, catalog: catalog, problem: $0).id }
            let language = try choose(problem.local)
            // Which one of those it is that share an extension, a problem that was pushed is fetched for.
            guard asked == nil, problem.local == nil, LanguageCatalog.sharesExtension(language) else { return language }
            return try choose(invocation.content(of: problem, in: queue))
        }
        if let language = try? language(in: few) { return language }
        do {
            return try language(in: invocation.catalog())
        } catch let error as DetectionError {
            // Answers show no language. To know what a pushed problem wants it has to be looked at.
            if try invocation.wantsAnswers(problem, in: queue) { return .answers }
            throw error
        }
    }
}
