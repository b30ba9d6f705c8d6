import Access
import Compatibility
import Core
import Glibc
import HTTPServing
import Languages
import Linux
import PostgresQueue
import QueueTesting
import Queueing
import SQLiteQueue
import Service
import Testing
import Webhooks
import Working

/// Where a service keeps its jobs.
enum Engine: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite, postgresql

    var testDescription: String { rawValue }
}

/// A service with the adapters' routes on a database of its own; the test itself is the worker.
final class AdapterUnderTest {
    typealias Database = any JobQueue & WebhookStore

    let directory: String
    let queue: Database
    let service: Service
    private let server: PrivateServer?
    private let worker: WorkerRecord

    /// A key is a tenant's name, `-`, and what it may do.
    private struct Keys: Authenticating {
        func identity(of token: String) -> Access.Identity? {
            let parts = token.split(separator: "-").map(String.init)
            guard parts.count == 2 else { return nil }
            let scopes: Set<Scope> =
                switch parts[1] {
                case "admin": [.admin]
                case "read": [.read]
                default: [.submit, .read]
                }
            return Access.Identity(keyID: token, tenant: parts[0], scopes: scopes)
        }
    }

    private struct Silence: RequestJournal {
        func failure(_ detail: String, request: String) {}
        func action(_ name: String, _ subject: String, by identity: Access.Identity, from address: String) {}
    }

    /// A service on that engine, for which somebody has the languages of `Offers.versions`.
    init(
        _ engine: Engine,
        rates: any RateLimiting = NoLimit(),
        change: (inout QueueSettings) -> Void = { _ in }
    ) throws {
        directory = "/tmp/assay-adapters-\(UInt64.random(in: 0 ... .max))"
        try HostDirectory.make(directory)
        var queueSettings = QueueSettings()
        // Nobody sends heartbeats, on a machine that may be slow.
        queueSettings.lease = .seconds(3600)
        change(&queueSettings)
        switch engine {
        case .sqlite:
            server = nil
            queue = try SQLiteQueue(path: directory + "/queue.db", settings: queueSettings)
        case .postgresql:
            let shared = try PrivateServer.shared.get()
            server = shared
            let url = try PostgresURL(shared.url)
            var postgres = PostgresSettings()
            postgres.schema = "a\(UInt32.random(in: 0 ... .max))x"
            queue = try PostgresQueue(url.address, settings: queueSettings, postgres: postgres)
        }
        let here = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        var settings = ServiceSettings(
            queue: queue,
            keys: Keys(),
            rates: rates,
            catalog: try LanguageCatalog(directory: "/\(here)/Sandboxes/languages"),
            packages: PackageCache(directory: directory + "/packages", limit: .mebibytes(64)),
            state: directory,
            journal: Silence(),
            version: "0"
        )
        settings.webhooks = WebhookSettings(queue)
        service = try Service(at: .ipv4([127, 0, 0, 1], port: 0), settings) { CompatibilityRoutes.all($0) }
        let labels = Offers.versions.sorted { $0.key < $1.key }.flatMap {
            ["language:\($0.key)", "version:\($0.key)=\($0.value)"]
        }
        worker = WorkerRecord(name: "w", host: "h", process: 1, slots: 1, labels: LabelSet(labels), state: .ready)
        try queue.register(worker)
    }

    func end() {
        service.stop(patience: .seconds(60))
        try? HostWriting.removeTree(directory)
    }

    // MARK: Asking

    /// An answer, taken apart.
    struct Answer: Sendable {
        let status: Int
        let head: String
        let body: String

        var json: JSONValue { (try? JSONValue(parsing: Array(body.utf8))) ?? .null }
    }

    /// Sends a request and waits for the whole answer.
    func ask(_ method: String, _ path: String, key: String? = "t-both", json: String? = nil) throws -> Answer {
        try Self.ask(method, path, port: port, key: key, json: json)
    }

    var port: UInt16 {
        guard case .ipv4(_, let port) = service.address else { return 0 }
        return port
    }

    /// Sends a request on a thread of its own; what comes is waited for later.
    func begin(_ method: String, _ path: String, json: String) throws -> Pending {
        let pending = Pending()
        let port = port
        try Thread.start {
            pending.settle(Result { try Self.ask(method, path, port: port, key: "t-both", json: json) })
        }
        return pending
    }

    /// An answer that is to come.
    final class Pending: Sendable {
        private let answer = Monitor<Result<Answer, any Error>?>(nil)

        func settle(_ result: Result<Answer, any Error>) { answer.change { $0 = result } }

        func wait() throws -> Answer { try #require(answer.wait(until: nil) { $0 }).get() }
    }

    private static func ask(
        _ method: String,
        _ path: String,
        port: UInt16,
        key: String?,
        json: String?
    ) throws -> Answer {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        // As Judge0's clients send it.
        if let key { head += "X-Auth-Token: \(key)\r\n" }
        let body = Array((json ?? "").utf8)
        if json != nil { head += "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n" }
        let text = try exchange(Array((head + "\r\n").utf8) + body, port)
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let status = parts[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return Answer(status: status, head: parts[0], body: parts.count > 1 ? parts[1] : "")
    }

    private static func exchange(_ bytes: [UInt8], _ port: UInt16) throws -> String {
        let number = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        defer { close(number) }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let result = withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0, "nobody listens on port \(port)")
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(number, $0.baseAddress.map { $0 + sent }, bytes.count - sent, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { break }
            sent += count
        }
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(number, &buffer, buffer.count, 0)
            guard count > 0 else { return String(decoding: all, as: UTF8.self) }
            all += buffer.prefix(count)
        }
    }

    // MARK: In place of a worker

    /// Waits for the next job, and takes it.
    func lease() throws -> Lease {
        while true {
            if let lease = try queue.lease(1, for: worker.id, labels: worker.labels).first { return lease }
            _ = try queue.waitForWork(labels: worker.labels, timeout: .seconds(600))
        }
    }

    /// Waits for the next job, and ends it with that report of a plain run.
    @discardableResult
    func run(_ report: String) throws -> Job {
        let lease = try lease()
        try queue.complete(lease, JobResult(verdict: "AC", report: Array(report.utf8)))
        return lease.job
    }
}

/// Reports of plain runs, as a worker writes them.
enum RunReports {
    static func exited(_ code: Int = 0, _ members: String = #""stdout":"hello\n","stderr":"""#) -> String {
        #"{"outcome":"exited","exitCode":\#(code),"signal":null,"reason":null,"cpuTime":0.0124,"wallTime":0.02,"#
            + #""peakMemory":8650752,"stdoutTruncated":false,"stderrTruncated":false,"compile":null,\#(members)}"#
    }

    static func ended(_ outcome: String, signal: String? = nil, reason: String? = nil) -> String {
        #"{"outcome":"\#(outcome)","exitCode":null,"signal":\#(quoted(signal)),"reason":\#(quoted(reason)),"#
            + #""cpuTime":1.1,"wallTime":1.2,"peakMemory":1048576,"stdout":"","stderr":"","stdoutTruncated":false,"#
            + #""stderrTruncated":false,"compile":null}"#
    }

    /// A program that the compiler does not take.
    static let refused =
        #"{"outcome":"compileError","exitCode":null,"signal":null,"reason":"diagnostics","cpuTime":null,"#
        + #""wallTime":null,"peakMemory":null,"stdout":null,"stderr":null,"stdoutTruncated":false,"#
        + #""stderrTruncated":false,"compile":{"ok":false,"cached":false,"cpuTime":0.1,"wallTime":0.2,"#
        + #""peakMemory":7340032,"diagnostics":"main.c:1:1: error: <b>no</b>\n","truncated":false}}"#

    private static func quoted(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }
}

extension JobID {
    /// The submission that a token of Judge0's kind means: its digits, without what makes a UUID of them.
    init(judge0 token: String) {
        let digits = Array(token)
        self.init(rawValue: String(digits[0..<8] + digits[9..<13] + digits[15..<18] + digits[20..<21]))
    }
}
