import Core
import Queueing

@testable import Working

/// A judge whose jobs do what a test says.
final class FakeJudge: JobJudge {
    typealias Body =
        @Sendable (Lease, @escaping @Sendable (Progress) -> Void) async throws(JudgingFailure) -> JobResult

    private struct Prepared: PreparedJob {
        let lease: Lease
        let body: Body

        func judge(_ progress: @escaping @Sendable (Progress) -> Void) async throws(JudgingFailure) -> JobResult {
            try await body(lease, progress)
        }
    }

    private let body: Body

    init(_ body: @escaping Body) { self.body = body }

    func prepare(_ lease: Lease) throws(JudgingFailure) -> any PreparedJob { Prepared(lease: lease, body: body) }

    /// A job that goes on until it is stopped.
    static let endless = FakeJudge { (_, progress) async throws(JudgingFailure) in
        throw await stopped(after: progress)
    }

    /// Says that the job is compiled, and returns when it is stopped.
    static func stopped(after progress: @Sendable (Progress) -> Void) async -> JudgingFailure {
        progress(Progress(.compiled, detail: []))
        // Nothing is ever sent: only the end of the task ends it.
        let (nothing, sender) = AsyncStream.makeStream(of: Never.self)
        for await _ in nothing {}
        withExtendedLifetime(sender) {}
        return .cancelled
    }
}

extension JobResult {
    static let accepted = JobResult(verdict: "AC", report: Array("{}".utf8))
}

extension NewJob {
    /// A job of which only the queue knows.
    static func toy(labels: LabelSet = []) -> NewJob {
        let content = ContentDigest(rawValue: String(repeating: "0", count: 64))
        return NewJob(
            JudgingRequest(problem: .init(name: "toy", package: content), language: "c", files: []),
            labels: labels
        )
    }
}

/// A worker at work on a thread of its own.
final class RunningWorker: Sendable {
    let worker: Worker
    private let ended = Mailbox<Result<Worker.Ending, any Error>>()

    init(
        _ queue: FakeQueue,
        _ judge: any JobJudge,
        drain: Duration = .seconds(600),
        slots: Int = 2,
        farewell: Duration = .seconds(60)
    ) throws {
        let settings = WorkerSettings(
            name: "w",
            host: "here",
            process: 1,
            slots: slots,
            labels: ["language:c"],
            drain: drain,
            failures: 3,
            patience: .milliseconds(50),
            farewell: farewell,
            // Threads that run tests are waited for, too.
            surrender: .seconds(3600)
        )
        let log = WorkerLog(.text) { _ in }
        worker = Worker(queue: queue, judge: judge, settings: settings, log: log)
        try start()
    }

    private func start() throws {
        try startThread { self.ended.post(Result { try self.worker.run() }) }
    }

    /// How it ended; waits for that.
    func ending() throws -> Worker.Ending {
        guard let ending = ended.take().first else { throw Endless() }
        return try ending.get()
    }

    struct Endless: Error {}
}

/// Runs what blocks on a thread of its own.
func onThread(_ body: @escaping @Sendable () throws -> Void) async throws {
    let result: Result<Void, any Error> = await withCheckedContinuation { continuation in
        do {
            try startThread { continuation.resume(returning: Result { try body() }) }
        } catch {
            continuation.resume(returning: .failure(error))
        }
    }
    try result.get()
}

extension Mailbox where Message == Void {
    /// Waits for a message.
    func pass() async {
        await withCheckedContinuation { continuation in
            try? startThread {
                _ = self.take()
                continuation.resume()
            }
        }
    }
}
