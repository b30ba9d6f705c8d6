import Access
import Archives
import Core
import Glibc
import HTTPServing
import Languages
import Linux
import Queueing
import SQLiteQueue
import Service
import Synchronization
import Working

/// A service on a database and at a port of its own, with keys that say who has them; nobody judges.
final class ServiceUnderTest {
    let directory: String
    let queue: SQLiteQueue
    let service: Service

    struct Keys: Authenticating {
        func identity(of token: String) -> Access.Identity? {
            let parts = token.split(separator: "-").map(String.init)
            guard parts.count == 2 else { return nil }
            let scopes: Set<Scope> =
                switch parts[1] {
                case "admin": [.admin]
                case "submit": [.submit]
                case "read": [.read]
                default: [.submit, .read]
                }
            return Access.Identity(keyID: token, tenant: parts[0], scopes: scopes)
        }
    }

    struct Silence: RequestJournal {
        func failure(_ detail: String, request: String) {}
        func action(_ name: String, _ subject: String, by identity: Access.Identity, from address: String) {}
    }

    init(
        _ queueSettings: QueueSettings = QueueSettings(),
        limits: ServerLimits = ServerLimits(),
        change: (inout ServiceSettings) -> Void = { _ in }
    ) throws {
        directory = "/tmp/assay-service-\(UInt64.random(in: 0 ... .max))"
        try HostDirectory.make(directory)
        queue = try SQLiteQueue(path: directory + "/queue.db", settings: queueSettings)
        let here = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        var settings = ServiceSettings(
            queue: queue,
            keys: Keys(),
            rates: NoLimit(),
            catalog: try LanguageCatalog(directory: "/\(here)/Sandboxes/languages"),
            packages: PackageCache(directory: directory + "/packages", limit: .mebibytes(64)),
            state: directory,
            journal: Silence(),
            version: "0"
        )
        settings.webhooks = WebhookSettings(queue)
        change(&settings)
        service = try Service(at: .ipv4([127, 0, 0, 1], port: 0), settings, limits: limits)
    }

    func end() {
        service.stop(patience: .seconds(5))
        try? HostWriting.removeTree(directory)
    }

    /// An answer, taken apart.
    struct Answer {
        let status: Int
        let head: String
        let body: String

        var json: JSONValue { (try? JSONValue(parsing: Array(body.utf8))) ?? .null }
    }

    /// Sends a request and waits for the whole answer.
    func call(
        _ method: String,
        _ path: String,
        key: String? = "t-both",
        type: String = "application/json",
        host: String = "localhost",
        fields: [String] = [],
        body: [UInt8] = []
    ) throws -> Answer {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n"
        if let key { head += "Authorization: Bearer \(key)\r\n" }
        for field in fields { head += "\(field)\r\n" }
        if !body.isEmpty || method == "POST" { head += "Content-Type: \(type)\r\nContent-Length: \(body.count)\r\n" }
        return Self.answer(try exchange(Array((head + "\r\n").utf8) + body))
    }

    /// Sends these bytes, and waits for the whole answer.
    func exchange(_ text: String) throws -> Answer { Self.answer(try exchange(Array(text.utf8))) }

    private static func answer(_ text: String) -> Answer {
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let status = parts[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return Answer(status: status, head: parts[0], body: parts.count > 1 ? parts[1] : "")
    }

    func call(
        _ method: String,
        _ path: String,
        key: String? = "t-both",
        fields: [String] = [],
        json: String
    ) throws -> Answer {
        try call(method, path, key: key, fields: fields, body: Array(json.utf8))
    }

    private func exchange(_ bytes: [UInt8]) throws -> String {
        let number = connected(bytes)
        defer { close(number) }
        return Self.rest(of: number)
    }

    /// A connection on which these bytes were sent; whoever gets it closes it.
    func connected(_ bytes: [UInt8]) -> CInt {
        guard case .ipv4(_, let port) = service.address else { return -1 }
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var patience = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        withUnsafeMutableBytes(of: &place.sin_addr) { $0.copyBytes(from: [127, 0, 0, 1]) }
        let result = withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { return number }
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(number, $0.baseAddress.map { $0 + sent }, bytes.count - sent, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { break }
            sent += count
        }
        return number
    }

    /// What comes on a connection until it is closed, or there is `text` in it.
    static func rest(of number: CInt, until text: String? = nil) -> String {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(number, &buffer, buffer.count, 0)
            guard count > 0 else { return String(decoding: all, as: UTF8.self) }
            all += buffer.prefix(count)
            if let text, String(decoding: all, as: UTF8.self).contains(text) {
                return String(decoding: all, as: UTF8.self)
            }
        }
    }

    // MARK: In place of a worker

    /// A problem's package with two tests, in a directory of that name; without one at the top of the zip.
    static func package(_ name: String = "toy", more: String = "") throws -> [UInt8] {
        var writer = ZipWriter()
        var zip: [UInt8] = []
        for (path, text) in [
            ("problem.yaml", "name: Toy\nlimits:\n  time_limit: 1\n" + more),
            ("problem_statement/problem.en.tex", "\\problemname{Toy} Say hello."),
            ("data/sample/1.in", "in\n"), ("data/sample/1.ans", "sample answer\n"),
            ("data/secret/2.in", "S3CR3T input\n"), ("data/secret/2.ans", "S3CR3T answer\n"),
        ] {
            let content = MemoryBytes(Array(text.utf8))
            let place = name.isEmpty ? path : "\(name)/\(path)"
            zip += try writer.begin(place, isExecutable: false, content: content)
            zip += content.content
        }
        return zip + writer.finish()
    }

    /// Takes the next job, and ends it with that report.
    func judge(_ report: String, verdict: String = "AC", progress: [Progress] = []) throws {
        let worker = WorkerRecord(
            name: "w",
            host: "h",
            process: 1,
            slots: 1,
            labels: ["language:python3", "language:c"]
        )
        try queue.register(worker)
        guard let lease = try queue.lease(1, for: worker.id, labels: worker.labels).first else { return }
        try queue.complete(lease, JobResult(verdict: verdict, report: Array(report.utf8)), after: progress)
    }
}
