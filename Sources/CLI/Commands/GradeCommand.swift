internal import Batch
internal import Core
internal import Grading
internal import Languages
internal import Linux
internal import Problems
internal import Sandboxing

/// `assay grade`.
enum GradeCommand {
    /// Grades a batch.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        let arguments = invocation.arguments
        let reports = try ReportRequests(arguments.options["report"])
        try reports.check()
        let resumes = arguments.has("resume")
        guard !resumes || reports.journal != nil else {
            throw Complaint.badInput("--resume needs the results so far; name them by --report jsonl=FILE")
        }
        let packages = try invocation.packages(arguments.operands)
        let shelf = PackageShelf(loader: ProblemLoader(store: invocation.store))
        let judge = try BatchJudge(invocation, packages: packages, shelf: shelf)
        let source = LongestFirst(try source(invocation, judge.packages, shelf, judge.catalog))
        let slots = try SlotOptions(arguments)

        let journal = try Journal(reports.journal, state: invocation.installation.state(), resumes: resumes)
        let resumption = resumes ? try Resumption(journal, source: source, judge: judge) : Resumption()
        if resumption.changed > 0 {
            let what = resumption.changed == 1 ? "1 result does" : "\(resumption.changed) results do"
            try invocation.console.note("\(what) not hold any more: what was judged has changed, and is judged again")
        }
        let batch = GradeBatch(invocation, journal: journal, resumption: resumption, count: source.count)
        let isWhole = try await batch.run(source, judge: judge, slots: slots)
        return try batch.finish(reports: reports, isWhole: isWhole)
    }

    private static func source(
        _ invocation: Invocation,
        _ packages: BatchPackages,
        _ shelf: PackageShelf,
        _ catalog: LanguageCatalog
    ) throws -> any BatchSource {
        guard let submissions = invocation.arguments.options["submissions"] else {
            return try PackageSource(packages, shelf: shelf)
        }
        if HostDirectory.kind(of: submissions) == .directory {
            return try DirectorySource(submissions, packages: packages)
        }
        return try JSONLinesSource(
            submissions,
            packages: packages,
            find: { name throws(PackageError) in try invocation.package(name) },
            fileName: { language in
                catalog.profile(language).flatMap { $0.extensions.first }.map { "main." + $0 }
            }
        )
    }
}
