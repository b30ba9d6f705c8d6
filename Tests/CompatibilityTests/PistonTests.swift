import Compatibility
import Core
import Service
import Testing

@Suite struct PistonTests {
    private func runtimes() throws -> PistonRuntimes { try PistonRuntimes(Offers.all()) }

    private func order(_ text: String) throws -> (order: RunOrder, runtime: PistonRuntimes.Runtime) {
        try PistonRequest.order(Offers.json(text), runtimes: runtimes())
    }

    @Test func `a request becomes a run with the limits of Piston`() throws {
        let (order, runtime) = try order(
            #"{"language":"python","version":"3.x","files":[{"content":"print(1)"}],"stdin":"a","args":["b","c d"]}"#
        )
        #expect(runtime.name == "python")
        #expect(order.language == "python3")
        #expect(order.files == [.init(name: "main.py", content: Array("print(1)".utf8))])
        #expect(order.input == Array("a".utf8))
        #expect(order.arguments == ["b", "c d"])
        #expect(order.bounds.time == 3)
        #expect(order.bounds.wall == 3)
    }

    @Test func `an empty name is none`() throws {
        let body = #"{"language":"python","version":"*","files":[{"name":"","content":"x"},{"name":"","content":"y"}]}"#
        #expect(try order(body).order.files.map(\.name) == ["main.py", "file1"])
    }

    @Test func `files come in three encodings, the first of them is started`() throws {
        let (order, _) = try order(
            #"{"language":"py","version":"*","files":[{"name":"start","content":"aW1wb3J0IGE=","encoding":"base64"},"#
                + #"{"name":"a.py","content":"70617373","encoding":"hex"}],"run_timeout":500,"run_memory_limit":-1}"#
        )
        #expect(order.files.map(\.name) == ["start.py", "a.py"])
        #expect(order.files.map { String(decoding: $0.content, as: UTF8.self) } == ["import a", "pass"])
        #expect(order.entry == "start.py")
        #expect(order.bounds.wall == 0.5)
    }

    @Test(arguments: [
        #"{"language":"python","version":"\#(String(repeating: "> ", count: 500_000))","files":[]}"#,
        #"{"language":"python","version":"\#(String(repeating: "||", count: 500_000))","files":[]}"#,
        #"{"language":"\#(String(repeating: "x", count: 1_000_000))","version":"*","files":[]}"#,
        #"{"language":"python","version":"*","files":[\#(String(repeating: #"{"content":""},"#, count: 60_000)){}]}"#,
        #"{"language":"python","version":"*","files":[{"content":""}],"#
            + #""args":[\#(String(repeating: #""","#, count: 150_000))""]}"#,
        #"{"language":"python","version":"*","files":[{"content":""}],"args":["\#(String(repeating: "x", count: 70_000))"]}"#,
        #"{"language":"python","version":"*","files":[{"content":""}],"args":["a\u0000b"]}"#,
        #"{"language":"python","version":"*","files":[{"content":"","name":"-rf.py"}]}"#,
        #"{"language":"python","version":"*","files":[{"content":"","name":"a\nb.py"}]}"#,
        #"{"language":"python","version":"*","files":[{"content":"","name":"\#(String(repeating: "x", count: 300))"}]}"#,
    ])
    func `what is beyond all bounds is refused in one line, before anything is made of it`(body: String) throws {
        let complaint = #expect(throws: PistonComplaint.self) { try order(body) }
        #expect(complaint?.status == 400 && (complaint?.message.utf8.count ?? .max) < 200)
    }

    @Test(arguments: [
        (#"{}"#, "language is required as a string"),
        (#"{"language":"python"}"#, "version is required as a string"),
        (#"{"language":"python","version":"*"}"#, "files is required as an array"),
        (#"{"language":"python","version":"*","files":[{}]}"#, "files[0].content is required as a string"),
        (#"{"language":"python","version":"2","files":[]}"#, "python-2 runtime is unknown"),
        (#"{"language":"klingon","version":"*","files":[]}"#, "klingon-* runtime is unknown"),
        (#"{"language":"python","version":"newest","files":[]}"#, "python-newest runtime is unknown"),
        (#"{"language":"python","version":"*","files":[]}"#, "files must include at least one file"),
        (
            #"{"language":"python","version":"*","files":[{"content":"","name":"../a"}]}"#,
            "files[0].name must be a name without directories"
        ),
        (
            #"{"language":"python","version":"*","files":[{"content":"","encoding":"rot13"}]}"#,
            "files[0].encoding must be utf8, base64 or hex"
        ),
        (
            #"{"language":"python","version":"*","files":[{"content":"abc","encoding":"hex"}]}"#,
            "files[0].content is not what its encoding says"
        ),
        (
            #"{"language":"python","version":"*","files":[{"content":""}],"run_timeout":"1"}"#,
            "if specified, run_timeout must be a number"
        ),
        (
            #"{"language":"python","version":"*","files":[{"content":""}],"run_timeout":-1}"#,
            "run_timeout must be non-negative"
        ),
        (
            #"{"language":"python","version":"*","files":[{"content":""}],"run_timeout":90000}"#,
            "run_timeout cannot exceed the configured limit of 60000"
        ),
        (
            #"{"language":"python","version":"*","files":[{"content":""}],"args":["a",1]}"#,
            "args must be an array of strings"
        ),
    ])
    func `what is wrong is told as Piston does`(body: String, message: String) throws {
        #expect(throws: PistonComplaint(400, message)) { _ = try order(body) }
    }

    @Test(arguments: [
        ("*", true), ("3", true), ("3.x", true), ("3.11", true), ("3.11.2", true), ("3.11.3", false), ("^3.10", true),
        ("~3.11.0", true), ("~3.10.0", false), ("^3.12", false), (">=3.9 <4", true), ("<3", false), (">3", false),
        (">= 3", true), ("2 || 3", true), ("2.7 - 3.11", true), ("2.7 - 3.10", false), ("v3.11.2", true),
        ("=3.11", true),
        ("^0.3", false), (">3.10 || <2", true), ("3.*.*", true), ("", false), ("3.11.2.1", false), ("three", false),
    ])
    func `versions are chosen by ranges`(range: String, isFound: Bool) throws {
        let body = #"{"language":"python","version":"\#(range)","files":[{"content":"1"}]}"#
        #expect(((try? order(body)) != nil) == isFound)
    }

    @Test func `runtimes are the languages that a worker has`() throws {
        guard case .list(let items) = try runtimes().list else {
            Issue.record("no list")
            return
        }
        let python = try #require(items.first { $0["language"] == .text("python") })
        #expect(python["version"] == .text("3.11.2"))
        #expect(items.contains { $0["language"] == .text("c++") && $0["version"] == .text("12.2.0") })
        #expect(!items.contains { $0["language"] == .text("lisp") })
    }

    private func answer(_ result: RunResult, language: String) throws -> JSONValue {
        let (_, runtime) = try order(#"{"language":"\#(language)","version":"*","files":[{"content":"1"}]}"#)
        return try Offers.json(String(decoding: PistonAnswer.json(result, runtime: runtime).bytes, as: UTF8.self))
    }

    @Test func `a run is told with both streams, its end and what it used`() throws {
        var result = RunResult(.exited)
        result.exitCode = 2
        result.output = Array("out\n".utf8)
        result.errors = [0xFF]
        result.cpuTime = 0.0126
        result.wallTime = 0.5
        result.peakMemory = 1024
        let run = try #require(try answer(result, language: "python")["run"])
        #expect(run["output"] == .text("out\n\u{FFFD}"))
        #expect(run["code"] == .number(2))
        #expect(run["signal"] == .null)
        #expect(run["status"] == .text("RE"))
        #expect(run["cpu_time"] == .number(13))
        #expect(run["wall_time"] == .number(500))
    }

    @Test(arguments: [
        (RunResult.Ending.timeLimit, "TO"), (.wallLimit, "TO"), (.memoryLimit, "SG"), (.outputLimit, "OL"),
    ])
    func `what a limit has ended was killed`(ending: RunResult.Ending, status: String) throws {
        let run = try #require(try answer(RunResult(ending), language: "python")["run"])
        #expect(run["status"] == .text(status))
        #expect(run["signal"] == .text("SIGKILL"))
        #expect(run["code"] == .null)
    }

    @Test func `what does not compile is not run, and what is only checked is`() throws {
        var result = RunResult(.compileError)
        result.diagnostics = "line 1: no"
        result.compiling = .init(isGood: false, cpuTime: 0.1, wallTime: 0.1, peakMemory: 1)
        let compiled = try answer(result, language: "c++")
        #expect(compiled["run"] == nil)
        #expect(compiled["compile"]?["stderr"] == .text("line 1: no"))
        #expect(compiled["compile"]?["code"] == .number(1))
        let checked = try answer(result, language: "python")
        #expect(checked["compile"] == nil)
        #expect(checked["run"]?["stderr"] == .text("line 1: no"))
        #expect(checked["run"]?["code"] == .number(1))
    }
}
