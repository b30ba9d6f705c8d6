internal import Core
internal import Grading
internal import Linux
internal import Queueing
internal import Working

/// `assay submit --database`: enqueues, and follows the job until it has its report.
enum QueueSubmit {
    /// Grades a submission through a queue.
    static func run(_ invocation: Invocation) async throws -> ExitCode {
        for option in ["slots", "pin"] where invocation.arguments.has(option) {
            throw Complaint.badInput("--\(option) is the worker's to choose where there is --database; leave it out")
        }
        // Who calls it off ends with the signal's own exit code.
        return try await BlockingWork.run { stop in try follow(invocation, stop) } ?? .interrupted
    }

    /// - Returns: the exit code; nil when it was called off.
    private static func follow(_ invocation: Invocation, _ stop: CInt) throws -> ExitCode? {
        let queue = try invocation.queue()
        let order = try JobOrder(invocation, in: queue)
        let id = try queue.enqueue(order.job).id
        let isJSON = invocation.arguments.has("json")
        if !isJSON { try invocation.console.note("job \(id) is enqueued in \(queue.name)") }
        let shown = isJSON ? nil : JobProgress(order, console: invocation.console)
        defer { shown?.abandon() }
        let follower = JobFollower(queue: queue, id: id)
        switch try follower.follow(stop: stop, { try shown?.add($0) }) {
        case .finished(let bytes):
            let report = try StoredJSON.report(bytes, of: id)
            if let shown { try shown.finish(report) } else { try invocation.console.output.write(bytes + [0x0A]) }
            return SubmitCommand.exitCode(for: report.verdict)
        case .dead(let reason):
            throw Complaint.ownFailure("job \(id) was given up: \(reason); see assay queue show \(id)")
        case .cancelled:
            try invocation.console.note("job \(id) was cancelled")
            return .notGood
        case .left:
            shown?.abandon()
            try leave(id, queue, invocation.console)
            return nil
        }
    }

    /// Asks whether to cancel the job, where there is somebody to ask.
    private static func leave(_ id: JobID, _ queue: any JobQueue, _ console: Console) throws {
        let answer = TerminalQuestion.ask("\nCancel job \(id)? [y/N] ")?.lowercased() ?? ""
        guard answer == "y" || answer == "yes" else {
            return try console.note("job \(id) goes on; see assay queue show \(id), or assay queue cancel \(id)")
        }
        switch try queue.cancel(id) {
        case .cancelled, .requested: try console.note("job \(id) is cancelled")
        case .ended(let state): try console.note("job \(id) was \(state.rawValue) already")
        }
    }
}

/// Shows a job that is followed, as `assay submit` shows a grading.
final class JobProgress {
    private let console: Console
    private let problem: String
    private let status: StatusLine
    private var compile: Report.Compile?
    private var live: LiveReport?

    init(_ order: JobOrder, console: Console) {
        self.console = console
        problem = order.problem.named.name
        status = StatusLine(on: console.error)
        if let local = order.problem.local {
            let names = Agenda(local, samplesOnly: order.job.request.options.samplesOnly).names
            live = LiveReport(of: problem, tests: names, on: console)
        }
    }

    func add(_ event: JobEvent) throws {
        switch event.kind {
        case .queued: try status.show("\(problem)  waiting for a worker")
        case .started: try status.show("\(problem)  compiling")
        case .requeued:
            // What was shown is of an attempt that counts for nothing; the next one's is the same again.
            let reason = String(decoding: event.detail, as: UTF8.self)
            try status.clear()
            try console.note("an attempt came to nothing and is made once more: \(reason)")
        case .cancelling: try status.show("\(problem)  being cancelled")
        case .compiled:
            guard let compile = StoredJSON.compiled(event), self.compile == nil else { return }
            self.compile = compile
            live?.add(compile: compile)
        case .test:
            guard let test = StoredJSON.test(event) else { return }
            report(for: test).add(test.test, at: test.index)
        case .finished, .dead, .cancelled: try status.clear()
        }
    }

    func finish(_ report: Report) throws {
        try status.clear()
        let live = live ?? LiveReport(of: problem, tests: report.tests.map(\.name), on: console)
        try live.finish(report)
    }

    func abandon() {
        try? status.clear()
        live?.abandon()
    }

    /// The names of a pushed package's tests are not known here; the first that comes shows how wide they are.
    private func report(for event: TestEvent) -> LiveReport {
        if let live { return live }
        let names = (0..<max(1, event.total)).map { $0 == event.index ? event.test.name + "      " : "" }
        let made = LiveReport(of: problem, tests: names, on: console)
        if let compile { made.add(compile: compile) }
        live = made
        return made
    }
}
