internal import Queueing

/// `assay queue list`.
enum QueueListCommand {
    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let arguments = invocation.arguments
        let filter = try JobFilter(arguments)
        let limit = try arguments.count("limit", 1...1000) ?? 50
        var cursor: JobCursor?
        if let text = arguments.options["after"] {
            guard let known = JobCursor(text: text) else {
                throw Complaint.badInput(
                    "--after \(text) is no place in a list; give what a list before has ended with"
                )
            }
            cursor = known
        }
        let queue = try invocation.knownQueue()
        let page = try queue.list(filter, after: cursor, limit: limit)
        let output = invocation.console.output
        if arguments.has("json") {
            try output.write(JSONLine.bytes(of: JobListJSON(page)))
        } else {
            let table = JobTable(page.jobs, now: queue.settings.clock.now())
            try output.write(lines: table.lines(width: output.tableWidth, style: output.style))
            if let next = page.next { try invocation.console.note("there are more: --after \(next.text)") }
        }
        return .good
    }
}

extension JobFilter {
    static let options: [CommandDescription.Option] = [
        .init("state", "S,…", "in these states: " + JobState.allCases.map(\.rawValue).joined(separator: ", ")),
        .init("problem", "NAME", "of this problem"),
        .init("tenant", "T", "of this tenant"),
    ]

    /// The jobs that a command line means.
    ///
    /// - Throws: `Complaint` for a state that is none.
    init(_ arguments: ParsedArguments) throws(Complaint) {
        self.init(tenant: arguments.options["tenant"], problem: arguments.options["problem"])
        guard let text = arguments.options["state"] else { return }
        for word in text.split(separator: ",").map(String.init) {
            guard let state = JobState(rawValue: word) else {
                let all = JobState.allCases.map(\.rawValue).joined(separator: ", ")
                throw .badInput("--state \(word) is no state; the states are \(all)")
            }
            states.insert(state)
        }
    }
}

/// Jobs as people read them, one a line.
package struct JobTable {
    private var table = TextTable([
        .init("id"), .init("state"), .init("verdict"), .init("problem"), .init("language"), .init("tenant"),
        .init("priority", right: true), .init("age", right: true), .init("why"),
    ])

    /// A table of `jobs` at that moment.
    init(_ jobs: [Job], now: Timestamp) {
        for job in jobs {
            let new = job.submitted
            table.add([
                job.id.rawValue, job.isCancellationRequested ? "cancelling" : job.state.rawValue, job.verdict ?? "",
                new.request.problem.name, new.request.language, new.tenant, "\(new.priority)",
                UTCTime.span(now - job.createdAt), job.deathReason ?? "",
            ])
        }
    }

    func lines(width: Int, style: TextStyle) -> [String] { table.lines(width: max(width, 80), style: style) }
}

extension Subcommand {
    static let queueList = Subcommand(
        description: CommandDescription(
            name: "queue list",
            summary: "jobs, the newest ones first",
            options: [QueueDatabase.option] + JobFilter.options + [
                .init("limit", "N", "at most so many, up to 1000 (50)"),
                .init("after", "PLACE", "go on where a list before has ended"),
                .init("json", "one line of JSON on standard output"),
            ],
            examples: [("assay queue list --state dead", "what was given up, and why")]
        ),
        action: .atOnce(QueueListCommand.run)
    )
}
