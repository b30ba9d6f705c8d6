import Queueing
import Testing
import Webhooks

struct EndpointTests {
    @Test(arguments: [
        ("https://example.org", "example.org:443"), ("http://Example.ORG/x", "example.org:80"),
        ("HTTPS://example.org:8443/a?b=c%20d", "example.org:8443"), ("http://[2001:db8::1]:81/", "[2001:db8::1]:81"),
        ("http://[2001:DB8::1]/", "[2001:db8::1]:80"), ("http://127.0.0.1?x@y", "127.0.0.1:80"),
        ("http://a_b.c-d/@", "a_b.c-d:80"),
    ])
    func `a URL has a host and a port`(text: String, host: String) throws {
        #expect(try EndpointURL(text).host == host)
        #expect(try EndpointURL(text).text == text)
    }

    @Test(arguments: [
        "", "example.org", "ftp://example.org", "file:///etc/passwd", "gopher://example.org", "https:/example.org",
        "https://", "https:///x", "https://:80/", "https://a b/", "https://a\n/", "https://a\r\nX: y/", "https://é/",
        "https://user@example.org/", "https://u:p@example.org", "https://a\\@b/", "https://a/#x", "https://a:0/",
        "https://a:65536/", "https://a:+80/", "https://a:/", "https://a:x/", "https://[::1", "https://[]/",
        "https://a[::1]/", "https://a,b/", "https://a%00b/", "https://" + String(repeating: "a", count: 2000),
    ])
    func `what is no URL for a webhook is refused`(text: String) {
        #expect(throws: EndpointFlaw.self) { try EndpointURL(text) }
    }

    @Test func `plain HTTP can be forbidden`() throws {
        #expect(throws: EndpointFlaw.self) { try EndpointURL("http://example.org", allowsPlain: false) }
        #expect(try EndpointURL("https://example.org", allowsPlain: false).host == "example.org:443")
    }

    @Test func `the same request for one submission is the same endpoint, and another one another`() throws {
        let url = try EndpointURL("https://example.org/a")
        let now = Timestamp(milliseconds: 0)
        let made = SecretSource.made(from: "own")
        let one = Endpoint.single(tenant: "a", url: url, secret: made, at: now)
        let again = Endpoint.single(tenant: "a", url: url, secret: made, at: now + .seconds(1))
        #expect(again.id == one.id && again.secret == one.secret)
        let others = [
            Endpoint.single(tenant: "b", url: url, secret: made, at: now),
            .single(tenant: "a", url: url, secret: made, style: "judge0", at: now),
            .single(tenant: "a", url: url, secret: .named(.random()), at: now),
            .single(tenant: "a", url: try EndpointURL("https://example.org/b"), secret: made, at: now),
        ]
        #expect(Set(others.map(\.id) + [one.id]).count == 5)
        #expect(Set(others.map(\.secret) + [one.secret]).count == 5)
        let elsewhere = Endpoint.single(tenant: "a", url: url, secret: .made(from: "another's"), at: now)
        #expect(elsewhere.id == one.id && elsewhere.secret != one.secret)
    }

    @Test func `the body says what happened, in JSON`() {
        let delivery = Delivery(
            number: 1,
            id: "msg_1",
            endpoint: "ep_1",
            host: "h:1",
            tenant: "a\"b\\c\n\u{1b}é",
            job: JobID(rawValue: "00ff00ff00ff00ff"),
            kind: .finished,
            at: Timestamp(milliseconds: 1_700_000_000_123),
            problem: "hello",
            language: "c",
            verdict: "AC",
            score: 12,
            dueAt: Timestamp(milliseconds: 0)
        )
        let body = String(decoding: delivery.standardBody, as: UTF8.self)
        #expect(
            body == #"{"type":"submission.finished","timestamp":"2023-11-14T22:13:20.123Z","data":{"#
                + #""id":"00ff00ff00ff00ff","state":"done","tenant":"a\"b\\c\u000a\u001bé","problem":"hello","#
                + #""language":"c","verdict":"AC","score":12,"url":"/v1/submissions/00ff00ff00ff00ff"}}"#
        )
    }
}
