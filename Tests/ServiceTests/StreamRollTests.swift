import Access
import Glibc
import HTTPServing
import Service
import Synchronization
import Testing

/// Keys that can be taken back.
private final class TakenBack: Authenticating {
    private let gone = Mutex<Set<String>>([])

    func takeBack(_ token: String) { gone.withLock { _ = $0.insert(token) } }

    func identity(of token: String) -> Access.Identity? {
        gone.withLock { $0.contains(token) } ? nil : ServiceUnderTest.Keys().identity(of: token)
    }
}

struct StreamRollTests {
    /// A stream that is open, of a submission that waits; whoever gets it closes it.
    private func follow(_ id: String, _ test: ServiceUnderTest, key: String = "t-both") throws -> CInt {
        let head = "GET /v1/submissions/\(id)/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(key)\r\n\r\n"
        let number = test.connected(Array(head.utf8))
        let begun = ServiceUnderTest.rest(of: number, until: "event: queued")
        #expect(begun.contains("event: queued"), "\(begun)")
        return number
    }

    private func waiting(_ test: ServiceUnderTest) throws -> String {
        let made = try test.call("POST", "/v1/submissions", json: #"{"language":"python3","files":{"a.py":"1"}}"#)
        return try #require(made.json["id"]?.string, "\(made.body)")
    }

    @Test func `one key has half of all streams at most`() throws {
        let test = try ServiceUnderTest(limits: ServerLimits(streams: 4))
        defer { test.end() }
        let id = try waiting(test)
        let first = try follow(id, test)
        let second = try follow(id, test)
        defer { close(second) }
        let third = try test.call("GET", "/v1/submissions/\(id)/events")
        #expect(third.status == 429 && third.json["code"]?.string == "too-many-streams", "\(third.body)")
        close(try follow(id, test, key: "ops-admin"))
        // One that has ended makes room; that it has is noticed by and by, and the test's own time limit bounds that.
        close(first)
        _ = try test.call("DELETE", "/v1/submissions/\(id)")
        #expect(ServiceUnderTest.rest(of: second, until: "event: cancelled").contains("event: cancelled"))
        let other = try waiting(test)
        var begun = ""
        repeat {
            let head = "GET /v1/submissions/\(other)/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer t-both\r\n\r\n"
            let number = test.connected(Array(head.utf8))
            begun = ServiceUnderTest.rest(of: number, until: "\r\n\r\n")
            close(number)
        } while begun.hasPrefix("HTTP/1.1 429 ")
        #expect(begun.hasPrefix("HTTP/1.1 200 "), "\(begun)")
    }

    @Test func `streams end with the key that they were opened with`() throws {
        let keys = TakenBack()
        let test = try ServiceUnderTest { settings in settings.keys = keys }
        defer { test.end() }
        let id = try waiting(test)
        let lost = try follow(id, test)
        defer { close(lost) }
        let kept = try follow(id, test, key: "ops-admin")
        defer { close(kept) }
        keys.takeBack("t-both")
        #expect(ServiceUnderTest.rest(of: lost, until: "0\r\n\r\n").hasSuffix("0\r\n\r\n"))
        _ = try test.call("DELETE", "/v1/submissions/\(id)", key: "ops-admin")
        #expect(ServiceUnderTest.rest(of: kept, until: "event: cancelled").contains("event: cancelled"))
    }
}
