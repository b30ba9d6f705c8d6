import Queueing
import Service
import Testing

/// Piston's routes as its clients use them, with a test in place of the worker.
@Suite(.timeLimit(.minutes(60))) struct PistonRouteTests {
    @Test(arguments: Engine.allCases)
    func `a program is executed, and the answer waits for its end`(engine: Engine) throws {
        let test = try AdapterUnderTest(engine)
        defer { test.end() }
        // All members that the documentation of its API names.
        let pending = try test.begin(
            "POST",
            "/api/v2/execute",
            json: #"{"language":"js","version":"18.x","files":[{"name":"my_cool_code.js","content":"console.log(1)"}],"#
                + #""stdin":"in","args":["1","2","3"],"compile_timeout":10000,"run_timeout":3000,"#
                + #""compile_cpu_time":10000,"run_cpu_time":3000,"compile_memory_limit":-1,"run_memory_limit":-1}"#
        )
        let job = try test.run(RunReports.exited(0, #""stdout":"1\n","stderr":"w\n""#))
        let answer = try pending.wait()
        #expect(answer.status == 200, "\(answer.body)")
        #expect(
            answer.body
                == #"{"run":{"stdout":"1\n","stderr":"w\n","output":"1\nw\n","code":0,"signal":null,"message":null,"#
                + #""status":null,"cpu_time":12,"wall_time":20,"memory":8650752},"language":"javascript","#
                + #""version":"18.19.0"}"#
        )
        let request = job.submitted.request
        #expect(request.language == "javascript" && request.files.map(\.name) == ["my_cool_code.js"])
        #expect(request.run?.arguments == ["1", "2", "3"] && request.run?.wallTimeMilliseconds == 3000)
        #expect(try test.queue.get(try #require(request.run?.input)) == Array("in".utf8))
    }

    @Test(arguments: Engine.allCases)
    func `what the compiler refuses has no run`(engine: Engine) throws {
        let test = try AdapterUnderTest(engine)
        defer { test.end() }
        let body = #"{"language":"c","version":"*","files":[{"content":"x"}]}"#
        let pending = try test.begin("POST", "/api/v2/piston/execute", json: body)
        try test.run(RunReports.refused)
        let answer = try pending.wait().json
        #expect(answer["run"] == nil && answer["compile"]?["code"] == .number(1))
        #expect(answer["compile"]?["stderr"] == .text("main.c:1:1: error: <b>no</b>\n"))
    }

    @Test(arguments: Engine.allCases)
    func `a run that is given up is told as that`(engine: Engine) throws {
        let test = try AdapterUnderTest(engine)
        defer { test.end() }
        let body = #"{"language":"python","version":"3","files":[{"content":"x"}]}"#
        let pending = try test.begin("POST", "/api/v2/execute", json: body)
        _ = try test.queue.fail(try test.lease(), reason: "it cannot be", isFinal: true)
        let answer = try pending.wait()
        #expect(answer.status == 500 && answer.json["message"]?.string?.contains("could not be carried out") == true)
    }

    @Test(arguments: [
        ("{", 400), ("[]", 400), (#"{"language":"python","version":"4","files":[]}"#, 400),
        (#"{"language":"python","version":"*","files":[{"content":"x","encoding":"hex"}]}"#, 400),
        (#"{"language":"python","version":"*","files":[{"content":"x"}],"run_timeout":99999999}"#, 400),
    ])
    func `what cannot be is refused with a message, and nothing is run`(body: String, status: Int) throws {
        let test = try AdapterUnderTest(.sqlite)
        defer { test.end() }
        let answer = try test.ask("POST", "/api/v2/execute", json: body)
        #expect(answer.status == status && answer.json["message"]?.string != nil, "\(answer.body)")
        #expect(try test.queue.list(.init(), after: nil, limit: 9).jobs.isEmpty)
    }

    @Test(arguments: ["/api/v2/runtimes", "/api/v2/piston/runtimes", "/api/v2/piston/runtimes/"])
    func `the runtimes are those that a worker has, with their versions`(path: String) throws {
        let test = try AdapterUnderTest(.sqlite)
        defer { test.end() }
        let items = try #require(try test.ask("GET", path).json.items)
        let names = items.compactMap { $0["language"]?.string }
        #expect(names.contains("python") && !names.contains("haskell"))
        let python = try #require(items.first { $0["language"] == .text("python") })
        #expect(python["version"] == .text("3.11.2") && python["aliases"]?.items?.contains(.text("py")) == true)
        #expect(try test.ask("GET", path, key: nil).status == 401)
    }
}
