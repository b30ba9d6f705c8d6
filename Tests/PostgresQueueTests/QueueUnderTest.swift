import Core
import Linux
import QueueTesting
import Queueing
import Synchronization
import Testing

@testable import PostgresQueue

/// A queue in a schema of its own.
struct QueueUnderTest {
    /// Runs as long as this is there; whoever has only an address has somebody else's.
    private let server: PrivateServer?
    let address: String
    let schema: String
    let clock = ManualQueueClock()
    let queue: PostgresQueue
    let package: ContentDigest

    init(
        _ given: PrivateServer? = nil,
        address: String? = nil,
        change: (inout QueueSettings) -> Void = { _ in },
        postgres: PostgresSettings = PostgresSettings()
    ) throws {
        let server = try address == nil ? given ?? PrivateServer.shared.get() : nil
        self.server = server
        let url = try PostgresURL(address ?? server?.url ?? "")
        self.address = url.address
        schema = "t\(UInt32.random(in: 0 ... .max))x"
        var settings = QueueSettings(clock: clock)
        change(&settings)
        var postgres = address == nil ? postgres : url.settings
        postgres.schema = schema
        queue = try PostgresQueue(url.address, settings: settings, postgres: postgres)
        package = try queue.put(Array("package".utf8))
    }

    /// The same queue, as another process has it.
    func another(_ change: (inout PostgresSettings) -> Void = { _ in }) throws -> PostgresQueue {
        var postgres = queue.postgres
        change(&postgres)
        return try PostgresQueue(address, settings: queue.settings, postgres: postgres)
    }

    func job(
        _ tenant: String = "t",
        priority: Int = 0,
        key: String? = nil,
        labels: LabelSet = [],
        notBefore: Timestamp? = nil,
        language: String = "c"
    ) -> NewJob {
        NewJob(
            JudgingRequest(problem: .init(name: "twosum", package: package), language: language, files: []),
            tenant: tenant,
            priority: priority,
            idempotencyKey: key,
            labels: labels,
            notBefore: notBefore
        )
    }

    func worker(_ name: String = "w", labels: LabelSet = []) throws -> WorkerID {
        let record = WorkerRecord(name: name, host: "h", process: 1, slots: 1, labels: labels, state: .ready)
        try queue.register(record)
        return record.id
    }

    func leaseOne(_ worker: WorkerID, labels: LabelSet = []) throws -> Lease {
        try #require(try queue.lease(1, for: worker, labels: labels).first)
    }

    func kinds(_ job: JobID) throws -> [JobEvent.Kind] {
        try queue.events(of: job, after: 0, limit: 100).map(\.kind)
    }
}

let accepted = JobResult(verdict: "AC", score: 1.5, report: Array("{\"ü\\0\":1}".utf8) + [0, 255])

/// Runs `body` on so many threads, and waits for all of them.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) throws {
    let left = Monitor(count)
    for number in 0..<count {
        try Thread.start {
            body(number)
            left.change { $0 -= 1 }
        }
    }
    _ = left.wait(until: nil) { $0 == 0 ? () : nil }
}
