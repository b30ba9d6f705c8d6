import HTTPServing
import Testing

/// A server at a port of its own.
private func server(_ handler: ToyHandler = ToyHandler(), limits: ServerLimits = ServerLimits()) throws -> Server {
    let address = try #require(ListenAddress(text: "127.0.0.1:0"))
    let common = [Request.Field(name: "x-content-type-options", value: "nosniff")]
    return try Server(address, limits: limits, commonFields: common, handler: handler)
}

@Suite(.timeLimit(.minutes(60))) struct ServerTests {
    @Test(arguments: [
        ("GET /now?x=1 HTTP/1.1\r\nHost: a\r\n\r\n", "200", "GET /now "),
        ("GET /later HTTP/1.1\r\nHost: a\r\n\r\n", "200", "GET /later "),
        ("GET /deferred HTTP/1.1\r\nHost: a\r\n\r\n", "200", "GET /deferred "),
        ("GET /a%2Fb HTTP/1.1\r\nHost: a\r\n\r\n", "200", "GET /a/b "),
        ("POST /ask HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", "200", "POST /ask abc asked"),
        (
            "POST /now HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", "200",
            "POST /now abc"
        ),
        ("GET /lost HTTP/1.1\r\nHost: a\r\n\r\n", "503", "busy"),
        ("GET /closed HTTP/1.1\r\nHost: a\r\n\r\n", "403", ""),
    ])
    func `requests are answered at once, later, and by whoever has the reply`(
        request: String,
        status: String,
        body: String
    ) throws {
        let server = try server()
        defer { server.stop(patience: .seconds(5)) }
        let answer = try ask(server.address, request)
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
        #expect(answer.contains(body))
        #expect(answer.lowercased().contains("x-content-type-options: nosniff"))
        #expect(answer.lowercased().contains("x-request-id: "))
    }

    @Test(arguments: [
        "GARBAGE\r\n\r\n", "GET", "GET /now HTTP/1.1\r\nHost: a\r\n", "\u{0}\u{1}\u{2}\r\n",
        "POST /now HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabc",
        "POST /now HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
    ])
    func `what is no request, or not a whole one, is refused with a reason`(request: String) throws {
        let server = try server()
        defer { server.stop(patience: .seconds(5)) }
        let client = try RawClient(server.address)
        client.wait(milliseconds: 300_000)
        client.send(request)
        client.finish()
        let answer = client.receiveAll()
        #expect(answer.hasPrefix("HTTP/1.1 400 ") && answer.contains("unfinished"), "\(answer)")
        #expect(answer.lowercased().contains("x-request-id: ") && answer.contains("Connection: close"))
        #expect(server.figures.answers == [400: 1])
    }

    @Test func `who says nothing, or has had an answer, is told nothing at the end`() throws {
        let server = try server()
        defer { server.stop(patience: .seconds(5)) }
        let silent = try RawClient(server.address)
        silent.wait(milliseconds: 300_000)
        silent.finish()
        #expect(silent.receiveAll().isEmpty)
        let client = try RawClient(server.address)
        client.wait(milliseconds: 300_000)
        client.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.receiveAnswer(hasBody: true).hasPrefix("HTTP/1.1 200 "))
        client.send("GET /no")
        client.finish()
        #expect(client.receiveAll().isEmpty)
    }

    @Test(arguments: [
        ("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        ("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        ("GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        ("GET /a\u{e9} HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        ("POST /now HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\nabcdefghijk", "413"),
        ("POST /now HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nb\r\nabcdefghijk\r\n0\r\n\r\n", "413"),
        ("POST /now HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"),
        ("POST /now HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", "400"),
        ("POST /now HTTP/1.1\r\nHost: a\r\nContent-Length: -3\r\n\r\nabcd", "400"),
        ("POST /now HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\nabcd", "400"),
        ("GET /now HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400"),
        ("GET /now HTTP/1.1\r\n\r\n", "400"),
        ("GET /now HTTP/1.1\r\nHost: a\r\nX A: b\r\n\r\n", "400"),
        ("GET /now HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n", "400"),
        ("GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\nHost: a\r\n\r\n", "414"),
        ("GET /now HTTP/1.1\r\nHost: a\r\n\(String(repeating: "A: b\r\n", count: 120))\r\n", "431"),
        ("GET /now HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "b", count: 17_000))\r\n\r\n", "431"),
    ])
    func `what cannot be believed is refused with a reason`(request: String, status: String) throws {
        let server = try server()
        defer { server.stop(patience: .seconds(5)) }
        let answer = try ask(server.address, request)
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer.prefix(300))")
    }

    @Test func `answers that nobody takes leave no room for others, until they are taken`() throws {
        let handler = ToyHandler()
        let server = try server(handler, limits: ServerLimits(answerBytes: 60_000_000))
        defer { server.stop(patience: .seconds(5)) }
        let slow = try RawClient(server.address)
        // Larger than what the kernel holds for a reader who does not read.
        slow.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(slow.receive(until: "HTTP/1.1 200").contains("HTTP/1.1 200"))
        let refused = try ask(server.address, "GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(refused.hasPrefix("HTTP/1.1 503 "), "\(refused.prefix(100))")
        #expect(try ask(server.address, "GET /now HTTP/1.1\r\nHost: a\r\n\r\n").hasPrefix("HTTP/1.1 200 "))
        slow.finish()
        _ = slow.receiveAll()
        // Its end is noticed by and by; a server that never does is ended by the suite's time limit.
        while try !ask(server.address, "HEAD /large HTTP/1.1\r\nHost: a\r\n\r\n").hasPrefix("HTTP/1.1 200 ") {}
    }

    // A toy's bodies have ten bytes, and a mebibyte more is read for the sake of a good answer.
    @Test(arguments: [1, 3, 200])
    func `a body in chunks that goes on for too long is answered before it is over`(mebibytes: Int) throws {
        let server = try server()
        defer { server.stop(patience: .seconds(5)) }
        let client = try RawClient(server.address)
        client.send("POST /now HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 97, count: 65_536) + Array("\r\n".utf8)
        for _ in 0..<mebibytes * 16 { client.send(chunk) }
        client.send("0\r\n\r\n")
        let answer = client.receiveAll()
        #expect(answer.hasPrefix("HTTP/1.1 413 "), "\(answer.prefix(200))")
        #expect(answer.hasSuffix("body(limit: 10)") && answer.lowercased().contains("\r\nconnection: close\r\n"))
        #expect(try ask(server.address, "GET /now HTTP/1.1\r\nHost: a\r\n\r\n").hasPrefix("HTTP/1.1 200 "))
        #expect(server.figures.answers[413] == 1)
    }

    @Test func `HEAD has the length of a body and no body`() throws {
        let server = try server()
        defer { server.stop(patience: .seconds(5)) }
        let answer = try ask(server.address, "HEAD /now HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(answer.contains("Content-Length: 11"))
        #expect(answer.hasSuffix("\r\n\r\n"))
    }

    @Test func `a stream goes on until it is finished`() throws {
        let handler = ToyHandler()
        let server = try server(handler)
        defer { server.stop(patience: .seconds(5)) }
        let client = try RawClient(server.address)
        client.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n")
        let begun = client.receive(until: "data: first\n\n")
        #expect(begun.lowercased().contains("content-type: text/event-stream"))
        let stream = try #require(handler.firstStream)
        stream.send(Array("data: second\n\n".utf8))
        #expect(client.receive(until: "data: second\n\n").contains("second"))
        stream.finish()
        #expect(client.receive(until: "0\r\n\r\n").contains("0\r\n\r\n"))
    }

    @Test func `a reader that is too far behind is cut off`() throws {
        let handler = ToyHandler()
        let server = try server(handler)
        defer { server.stop(patience: .seconds(5)) }
        let client = try RawClient(server.address)
        client.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n")
        _ = client.receive(until: "data: first\n\n")
        let stream = try #require(handler.firstStream)
        // It reads nothing: what the kernel holds for it is full some time, and then so is the stream's own buffer.
        while stream.isOpen { stream.send([UInt8](repeating: 97, count: 100_000)) }
        #expect(!client.receiveAll().contains("0\r\n\r\n"))
    }

    @Test func `a message that is larger than all that a reader may be behind arrives`() throws {
        let handler = ToyHandler()
        let server = try server(handler)
        defer { server.stop(patience: .seconds(5)) }
        let client = try RawClient(server.address)
        client.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n")
        _ = client.receive(until: "data: first\n\n")
        let stream = try #require(handler.firstStream)
        stream.send(Array("data: small\n\n".utf8))
        stream.send(Array("data: \(String(repeating: "a", count: 3_000_000))\n\n".utf8))
        stream.finish()
        let all = client.receiveAll()
        #expect(all.utf8.count(where: { $0 == UInt8(ascii: "a") }) > 3_000_000)
        #expect(all.hasSuffix("0\r\n\r\n"))
    }

    @Test func `a server that is told to stop ends its streams and what it has begun`() throws {
        let handler = ToyHandler()
        let server = try server(handler)
        let client = try RawClient(server.address)
        client.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n")
        _ = client.receive(until: "data: first\n\n")
        server.stop(patience: .seconds(10))
        #expect(client.receiveAll().contains("0\r\n\r\n"))
        #expect(throws: (any Error).self) { try RawClient(server.address) }
    }

    @Test func `nobody listens twice at one address`() throws {
        let server = try server()
        defer { server.stop(patience: .seconds(5)) }
        #expect(throws: ServerError.self) { try Server(server.address, handler: ToyHandler()) }
    }
}
