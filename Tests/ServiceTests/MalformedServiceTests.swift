import Glibc
import HTTPServing
import Linux
import Queueing
import SQLiteQueue
import Service
import Testing

/// Requests that are there as a whole, and wrong, each in its own way; always the same ones.
private struct Forger {
    var state: UInt64

    struct Forged {
        var bytes: [UInt8]
        var kind: String
    }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[next(choices.count)] }

    private static let key = "Authorization: Bearer t-both\r\n"
    private static let json = "Content-Type: application/json\r\n"
    private static let posts = ["/v1/submissions", "/v1/submissions:batch", "/v1/runs", "/v1/webhooks"]
    private static let order = #"{"language":"python3","files":{"main.py":"print(1)\n"},"stdin":"x"}"#

    private func post(_ path: String, _ fields: String = "", _ body: [UInt8]) -> [UInt8] {
        let head = "POST \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(Self.key)\(fields)"
        return Array((head + "Content-Length: \(body.count)\r\n\r\n").utf8) + body
    }

    private func get(_ target: [UInt8], _ fields: String = "") -> [UInt8] {
        Array("GET ".utf8) + target
            + Array(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(Self.key)\(fields)\r\n".utf8)
    }

    mutating func request() -> Forged {
        let path = pick(Self.posts)
        switch next(14) {
        case 0:
            // A body that is cut.
            let body = Array(Array(Self.order.utf8).prefix(1 + next(Self.order.utf8.count - 1)))
            return Forged(bytes: post(path, Self.json, body), kind: "cut JSON")
        case 1:
            // A control, or a byte that is no text, in the middle of it.
            var body = Array(Self.order.utf8)
            body.insert(pick([0, 1, 8, 27, 255, 254, 192, 128]), at: 1 + next(body.count - 2))
            return Forged(bytes: post(path, Self.json, body), kind: "no text")
        case 2:
            let body = pick([
                "null", "1", "[]", "{}", "\"\"", "{\"files\":[]}", "{\"files\":{\"a.py\":1}}", "{\"items\":{}}",
                "{\"files\":{\"../a\":\"\"}}", "{\"url\":\"file:///etc/passwd\"}", "{\"items\":[1]}",
                "{\"a\":1,\"a\":2}", "1e999", "-", "{\"url\":1}", "{\"language\":\"python3\",\"files\":null}",
            ])
            return Forged(bytes: post(path, Self.json, Array(body.utf8)), kind: "wrong JSON")
        case 3:
            let body = [UInt8](repeating: UInt8(ascii: pick(["[", "{", "\""])), count: 1 + next(20_000))
            return Forged(bytes: post(path, Self.json, body), kind: "nested JSON")
        case 4:
            let type = pick(["text/plain", "application/x-www-form-urlencoded", "application/json5", "a", "/", ";"])
            return Forged(bytes: post(path, "Content-Type: \(type)\r\n", Array(Self.order.utf8)), kind: "wrong type")
        case 5:
            // What is no path, in an encoding that is none.
            let piece = pick(["%", "%0", "%zz", "%00", "%ff", "%c0%af", "%2e%2e/%2e%2e", "\u{7f}", "%0d%0aX:y"])
            return Forged(bytes: get(Array("/v1/submissions/\(piece)".utf8)), kind: "wrong path")
        case 6:
            let query = pick(["limit=0", "limit=-1", "limit=x", "limit=1e3", "nothing=1", "after=%ff", "state=odd"])
            return Forged(bytes: get(Array("/v1/submissions?\(query)".utf8)), kind: "wrong query")
        case 7:
            return Forged(bytes: get([47] + (0...next(200)).map { _ in UInt8(97 + next(26)) }), kind: "unknown path")
        case 8:
            let method = pick(["PUT", "PATCH", "DELETE", "BREW", "get", "POST"])
            let head = "\(method) /v1/submissions/0123456789abcdef/events HTTP/1.1\r\nHost: localhost\r\n"
            let body = method == "DELETE" || method == "BREW" || method == "get" ? "" : "Content-Length: 0\r\n"
            return Forged(bytes: Array((head + Self.key + body + "Connection: close\r\n\r\n").utf8), kind: "method")
        case 9:
            let length = pick(["-1", "+5", "0x10", "5 5", "99999999999999999999", "", "five", "5,5"])
            let head = "POST \(path) HTTP/1.1\r\nHost: localhost\r\n\(Self.key)\(Self.json)"
            return Forged(bytes: Array((head + "Content-Length: \(length)\r\n\r\n").utf8), kind: "length \(length)")
        case 10:
            // Two ways to tell where a body ends, or one that is none.
            let fields = pick([
                "Content-Length: 5\r\nContent-Length: 6\r\n", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: identity\r\n",
            ])
            let head = "POST \(path) HTTP/1.1\r\nHost: localhost\r\n\(Self.key)\(Self.json)\(fields)\r\n"
            return Forged(bytes: Array((head + "5\r\nhello\r\n0\r\n\r\n").utf8), kind: "framing")
        case 11:
            let chunks = pick([
                "zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n",
                "ffffffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}", "\r\n\r\n", "1\r\n{\r\n1;a=\"\r\n}\r\n0\r\n\r\n",
            ])
            let head = "POST \(path) HTTP/1.1\r\nHost: localhost\r\n\(Self.key)\(Self.json)Connection: close\r\n"
            let whole = Array((head + "Transfer-Encoding: chunked\r\n\r\n" + chunks).utf8)
            return Forged(bytes: whole, kind: "chunks")
        case 12:
            let line = pick([
                "GET  / HTTP/1.1", "GET /", "GET / HTTP/1.1 x", "GET", "/ GET HTTP/1.1", "GET / HTTP/x",
                "GET / http/1.1",
                "GET / HTTP/3.0", "GET /\u{1}a HTTP/1.1",
            ])
            return Forged(bytes: Array((line + "\r\nConnection: close\r\n\r\n").utf8), kind: "line")
        default:
            let size = pick([8_000, 20_000, 40_000, 200_000])
            let field = "X-A: " + String(repeating: "a", count: size) + "\r\n"
            if next(2) == 0 {
                let fields = size > 8_000 ? field : field + field + field
                return Forged(bytes: get(Array("/v1/languages".utf8), fields), kind: "fields")
            }
            return Forged(bytes: get([UInt8](repeating: 47, count: size + 1000)), kind: "target")
        }
    }
}

struct MalformedServiceTests {
    // In a process of its own: the memory of this one is that of all tests that run beside it.
    @Test func `five thousand wrong requests are each refused with a reason, and cost no memory`() async {
        await #expect(processExitsWith: .success) { try Self.forgeAll() }
    }

    private static func forgeAll() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        var forger = Forger(state: 20_251_122)
        var before = 0
        var kinds: [String: Int] = [:]
        for round in 0..<5000 {
            if round == 1000 { before = residentBytes() }
            let forged = forger.request()
            let number = test.connected(forged.bytes)
            shutdown(number, CInt(SHUT_WR))
            let answer = ServiceUnderTest.rest(of: number)
            close(number)
            let status = answer.split(separator: " ").dropFirst().first.flatMap { Int($0) }
            let kind = String(forged.kind.prefix { $0 != " " })
            kinds[kind, default: 0] += 1
            let sent = String(decoding: forged.bytes.prefix(300), as: UTF8.self)
            let told = "\(forged.kind): \(sent) -> \(answer.prefix(400))"
            // 505 is the answer to a version that there is not, as 4xx is to everything else.
            #expect(status.map { (400..<500).contains($0) || $0 == 505 } ?? false, "\(told)")
            // Ours is a problem detail with a code; what the library refuses itself has a page that says why.
            #expect(answer.contains("\"code\":\"") || answer.contains("<title>"), "\(told)")
        }
        #expect(kinds.count > 8 && kinds.values.allSatisfy { $0 > 100 })
        #expect(residentBytes() - before < 16 << 20)
        #expect(try test.call("GET", "/healthz").status == 200)
        #expect(try test.queue.list(JobFilter(), after: nil, limit: 1).jobs.isEmpty)
    }

    /// Memory of this process that is there, not just promised.
    private static func residentBytes() -> Int {
        let text = (try? KernelText.read("/proc/self/statm")).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
    }
}
