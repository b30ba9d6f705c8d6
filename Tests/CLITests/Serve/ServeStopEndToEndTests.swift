import Glibc
import Linux
import Testing

/// `assay serve` as it was built, while its worker is not there yet.
@Suite(.timeLimit(.minutes(60))) struct ServeStopEndToEndTests {
    private func serve(_ scratch: borrowing ScratchDirectory, _ more: String...) throws -> BuiltProgram {
        try BuiltProgram.start(
            ["serve", "--worker", "1", "--insecure-no-keys", "--listen", "127.0.0.1:0"] + more,
            environment: ["ASSAY_STATE": scratch.path + "/state", "ASSAY_DATABASE": "sqlite:\(scratch.path)/queue.db"]
        )
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func `a signal while its worker still tries languages ends it`(signal: CInt) throws {
        let scratch = try ScratchDirectory()
        let program = try serve(scratch)
        defer { program.send(SIGKILL) }
        try program.awaitError("trying-languages")
        program.send(signal)
        let (end, log) = try program.end()
        #expect(end == .exited(0), "\(log)")
    }

    @Test func `it listens before its worker has tried a language, and what comes meanwhile is judged`() throws {
        let scratch = try ScratchDirectory()
        let program = try serve(scratch, "--languages", "python3")
        defer { program.send(SIGKILL) }
        let port = try program.awaitPort()
        #expect(try LoopbackExchange.ask("GET", "/healthz", port: port).head.contains(" 200 "))
        let made = try LoopbackExchange.ask(
            "POST",
            "/v1/submissions",
            port: port,
            json: #"{"language":"python3","files":{"a.py":"print(6 * 7)\n"}}"#
        )
        #expect(made.head.contains(" 202 "), "\(made.body)")
        let id = try #require(made.body.split(separator: "\"").dropFirst(3).first.map(String.init), "\(made.body)")
        // Before it takes jobs it says what it waits for; the suite's time limit ends this where it never does.
        while true {
            let ready = try LoopbackExchange.ask("GET", "/readyz", port: port)
            if ready.head.contains(" 200 ") { break }
            #expect(ready.body.contains(#""code":"starting""#) && ready.body.contains("languages"), "\(ready.body)")
            try program.pause()
        }
        var shown = ""
        while !shown.contains(#""state":"done""#) {
            try program.pause()
            shown = try LoopbackExchange.ask("GET", "/v1/submissions/\(id)", port: port).body
        }
        #expect(shown.contains(#""stdout":"42\n""#), "\(shown)")
        program.send(SIGTERM)
        let (end, log) = try program.end()
        #expect(end == .exited(0), "\(log)")
    }

    @Test func `without a worker of its own it waits for none`() throws {
        let scratch = try ScratchDirectory()
        let program = try BuiltProgram.start(
            ["serve", "--insecure-no-keys", "--listen", "127.0.0.1:0"],
            environment: ["ASSAY_STATE": scratch.path + "/state", "ASSAY_DATABASE": "sqlite:\(scratch.path)/queue.db"]
        )
        defer { program.send(SIGKILL) }
        let ready = try LoopbackExchange.ask("GET", "/readyz", port: try program.awaitPort())
        #expect(ready.head.contains(" 200 "), "\(ready.body)")
        program.send(SIGTERM)
        #expect(try program.end().end == .exited(0))
    }
}
