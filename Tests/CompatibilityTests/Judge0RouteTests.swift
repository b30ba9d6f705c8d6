import Access
import Linux
import Queueing
import Service
import Testing

/// Judge0's routes as its clients use them, with a test in place of the worker.
@Suite(.timeLimit(.minutes(60))) struct Judge0RouteTests {
    /// All fields that Judge0's documentation has in its example of a submission, numbers as texts among them.
    private static let documented =
        ##"{"source_code":"#include <stdio.h>\n\nint main(void) {\n  char name[10];\n  scanf(\"%s\", name);\n"##
        + #"  printf(\"hello, %s\\n\", name);\n  return 0;\n}","language_id":50,"number_of_runs":"1","stdin":"Judge0","#
        + #""expected_output":"hello, Judge0","cpu_time_limit":"1.0","cpu_extra_time":"0.5","wall_time_limit":"5.0","#
        + #""memory_limit":"128000","stack_limit":"64000","max_processes_and_or_threads":"30","#
        + #""enable_per_process_and_thread_time_limit":false,"enable_per_process_and_thread_memory_limit":false,"#
        + #""max_file_size":"1024","compiler_options":null,"command_line_arguments":null,"#
        + #""redirect_stderr_to_stdout":false,"callback_url":null,"additional_files":null,"enable_network":false}"#

    private func token(_ answer: AdapterUnderTest.Answer) throws -> String {
        #expect(answer.status == 201, "\(answer.head) \(answer.body)")
        return try #require(answer.json["token"]?.string)
    }

    @Test(arguments: Engine.allCases)
    func `a submission as the documentation has it is made, waits, runs and is accepted`(engine: Engine) throws {
        let test = try AdapterUnderTest(engine)
        defer { test.end() }
        // With and without a slash, as different clients have it.
        let made = try test.ask("POST", "/submissions/?base64_encoded=false&wait=false", json: Self.documented)
        let token = try token(made)
        #expect(made.body == #"{"token":"\#(token)"}"#)
        let path = "/submissions/\(token)?base64_encoded=false&fields=status_id,language_id,stdout"
        #expect(try test.ask("GET", path).body == #"{"status_id":1,"language_id":50,"stdout":null}"#)
        let lease = try test.lease()
        #expect(try test.ask("GET", path).body == #"{"status_id":2,"language_id":50,"stdout":null}"#)
        let request = lease.job.submitted.request
        #expect(request.language == "c" && request.files.map(\.name) == ["main.c"])
        #expect(request.options.timeLimitMilliseconds == 1000 && request.options.memoryLimitBytes == 128_000 << 10)
        #expect(request.run?.wallTimeMilliseconds == 5000 && request.run?.outputLimitBytes == 1 << 20)
        let report = RunReports.exited(0, #""stdout":"hello, Judge0\n","stderr":"""#)
        try test.queue.complete(lease, .init(verdict: "AC", report: Array(report.utf8)))
        let shown = try test.ask("GET", "/submissions/\(token)")
        #expect(
            shown.body
                == #"{"stdout":"hello, Judge0\n","time":"0.012","memory":8448,"stderr":null,"token":"\#(token)","#
                + #""compile_output":null,"message":null,"status":{"id":3,"description":"Accepted"}}"#
        )
        let all = try test.ask("GET", "/submissions/\(token)?fields=*").json
        #expect(all["source_code"]?.string?.hasPrefix("#include") == true && all["stdin"] == .text("Judge0"))
        #expect(all["expected_output"] == .text("hello, Judge0") && all["cpu_time_limit"]?.string == "1.0")
        #expect(all["finished_at"]?.string?.hasSuffix("Z") == true && all["callback_url"] == .null)
        #expect(all.members?.count == 35)
    }

    @Test(arguments: Engine.allCases)
    func `who waits is given the whole submission once it has ended`(engine: Engine) throws {
        let test = try AdapterUnderTest(engine)
        defer { test.end() }
        let pending = try test.begin(
            "POST",
            "/submissions?wait=true&base64_encoded=true&fields=stdout,stderr,status_id,exit_code",
            json: #"{"source_code":"cHJpbnQoMSk=","language_id":71}"#
        )
        try test.run(RunReports.exited(3, #""stdout":null,"stdoutBase64":"//4K","stderr":"oh\n""#))
        let answer = try pending.wait()
        #expect(answer.status == 201)
        #expect(answer.body == #"{"stdout":"//4K","stderr":"b2gK","status_id":11,"exit_code":3}"#)
    }

    /// A limit that allows everything, and knows what was taken.
    private final class Tally: RateLimiting {
        private let taken = Monitor(0)

        var count: Int { taken.look { $0 } }

        func take(_ subject: RateSubject, cost: Int) -> RateDecision {
            taken.change { $0 += cost }
            return RateDecision(
                isAllowed: true,
                policy: .init(name: "key", quota: 1200, window: 60),
                remaining: 1,
                reset: 1,
                retryAfter: 0
            )
        }

        func takeAtOnce(_ subject: RateSubject, cost: Int) -> RateDecision? { take(subject, cost: cost) }
    }

    @Test func `a batch costs as much as its submissions one by one`() throws {
        let tally = Tally()
        let test = try AdapterUnderTest(.sqlite, rates: tally)
        defer { test.end() }
        let items = Array(repeating: #"{"source_code":"print(1)","language_id":71}"#, count: 20)
        let made = try test.ask(
            "POST",
            "/submissions/batch",
            json: #"{"submissions":[\#(items.joined(separator: ","))]}"#
        )
        #expect(made.status == 201 && tally.count == 100, "\(made.body)")
    }

    @Test(arguments: Engine.allCases)
    func `a batch is made, its mistakes told in their places, and asked for at once`(engine: Engine) throws {
        let test = try AdapterUnderTest(engine)
        defer { test.end() }
        let made = try test.ask(
            "POST",
            "/submissions/batch?base64_encoded=false",
            json: #"{"submissions":[{"source_code":"print(1)","language_id":71},{"language_id":71},"#
                + #"{"source_code":"int main;","language_id":50,"expected_output":"2"}]}"#
        )
        #expect(made.status == 201, "\(made.body)")
        let items = try #require(made.json.items)
        #expect(items.count == 3 && items[1] == .object(["source_code": .list([.text("can't be blank")])]))
        let tokens = try [0, 2].map { try #require(items[$0]["token"]?.string) }
        // The one that came first goes first.
        try test.run(RunReports.exited(0, #""stdout":"1\n","stderr":"""#))
        try test.run(RunReports.exited(0, #""stdout":"1\n","stderr":"""#))
        let path = "/submissions/batch?tokens=\(tokens[1]),0123456789abcdef,\(tokens[0])&fields=token,status_id,stdout"
        let shown = try test.ask("GET", path)
        #expect(
            shown.body
                == #"{"submissions":[{"token":"\#(tokens[1])","status_id":4,"stdout":"1\n"},null,"#
                + #"{"token":"\#(tokens[0])","status_id":3,"stdout":"1\n"}]}"#
        )
        #expect(try test.ask("GET", "/submissions/batch").status == 400)
        let many = Array(repeating: tokens[0], count: 21).joined(separator: ",")
        #expect(try test.ask("GET", "/submissions/batch?tokens=\(many)").status == 400)
    }

    /// How a run ended, and what Judge0 calls that.
    static let endings: [(report: String, status: Int, description: String, message: String?)] = [
        (RunReports.exited(), 3, "Accepted", nil),
        (RunReports.exited(1), 11, "Runtime Error (NZEC)", "Exited with error code 1"),
        (RunReports.ended("timeLimit", reason: "cpu"), 5, "Time Limit Exceeded", "Time limit exceeded"),
        (RunReports.ended("wallLimit", reason: "wall"), 5, "Time Limit Exceeded", "Time limit exceeded (wall clock)"),
        (RunReports.ended("memoryLimit"), 12, "Runtime Error (Other)", "Memory limit exceeded"),
        (RunReports.ended("outputLimit"), 8, "Runtime Error (SIGXFSZ)", "Output limit exceeded"),
        (
            RunReports.ended("signaled", signal: "SEGV", reason: "signal:SEGV"), 7, "Runtime Error (SIGSEGV)",
            "Caught fatal signal 11"
        ),
        (
            RunReports.ended("signaled", signal: "FPE", reason: "signal:FPE"), 9, "Runtime Error (SIGFPE)",
            "Caught fatal signal 8"
        ),
        (
            RunReports.ended("signaled", signal: "ABRT", reason: "signal:ABRT"), 10, "Runtime Error (SIGABRT)",
            "Caught fatal signal 6"
        ),
        (
            RunReports.ended("signaled", signal: "KILL", reason: "syscall:ptrace"), 12, "Runtime Error (Other)",
            "Forbidden system call ptrace"
        ),
        (RunReports.refused, 6, "Compilation Error", nil),
    ]

    @Test(arguments: Engine.allCases)
    func `every way to end has Judge0's status, and it is one of the list`(engine: Engine) throws {
        let test = try AdapterUnderTest(engine)
        defer { test.end() }
        let listed = try #require(try test.ask("GET", "/statuses").json.items)
        #expect(listed.compactMap { $0["id"]?.integer } == Array(1...14))
        for (report, status, description, message) in Self.endings {
            let token = try token(test.ask("POST", "/submissions", json: #"{"source_code":"x","language_id":"50"}"#))
            try test.run(report)
            let json = try test.ask("GET", "/submissions/\(token)").json
            let told = JSONValue.object(["id": .number(status), "description": .text(description)])
            #expect(json["status"] == told && listed.contains(told), "\(report)")
            #expect(json["message"] == .text(orNull: message), "\(report)")
            #expect((json["compile_output"] != .null) == (status == 6), "\(report)")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was given up or taken back is an internal error with a reason`(engine: Engine) throws {
        let test = try AdapterUnderTest(engine)
        defer { test.end() }
        let program = #"{"source_code":"x","language_id":71}"#
        let cancelled = try token(test.ask("POST", "/submissions", json: program))
        _ = try test.queue.cancel(JobID(judge0: cancelled))
        let dead = try token(test.ask("POST", "/submissions", json: program))
        _ = try test.queue.fail(try test.lease(), reason: "it cannot be", isFinal: true)
        for (token, message) in [(cancelled, "cancelled"), (dead, "the judge could not run it")] {
            let json = try test.ask("GET", "/submissions/\(token)").json
            #expect(json["status"]?["id"] == .number(13) && json["message"] == .text(message))
        }
    }

    @Test(arguments: [
        // In lines, not filled up, and with both.
        ("cHJpbnQo\\nMSk=\\n", 201), ("cHJpbnQoMSk", 201), ("cHJp\\r\\nbnQoMSk", 201), ("AA==", 201), ("/+7/", 201),
        // Empty, blank, none, of the other alphabet, of an impossible length.
        ("", 422), ("ICAK", 422), ("print(1)", 422), ("_-7_", 422), ("c", 422), ("cHJpbnQoMSk=cHJp", 422),
    ])
    func `a source in Base64 is taken when it is one`(source: String, status: Int) throws {
        let test = try AdapterUnderTest(.sqlite)
        defer { test.end() }
        let body = #"{"source_code":"\#(source)","language_id":71}"#
        let answer = try test.ask("POST", "/submissions?base64_encoded=true", json: body)
        #expect(answer.status == status, "\(answer.body)")
        if status == 422 { #expect(answer.json["source_code"]?.items?.count == 1) }
    }

    @Test func `bytes go in and come out in Base64, and what is no text is not told as one`() throws {
        let test = try AdapterUnderTest(.sqlite)
        defer { test.end() }
        let body = #"{"source_code":"/wD+","language_id":71,"stdin":"AAE=","expected_output":"/w=="}"#
        let token = try token(test.ask("POST", "/submissions?base64_encoded=true", json: body))
        let job = try test.run(RunReports.exited(0, #""stdout":null,"stdoutBase64":"/wo=","stderr":"""#))
        #expect(try test.queue.get(job.submitted.request.files[0].content) == [0xFF, 0, 0xFE])
        let fields = "fields=source_code,stdin,stdout,status_id"
        let packed = try test.ask("GET", "/submissions/\(token)?base64_encoded=true&\(fields)")
        #expect(packed.body == #"{"source_code":"/wD+","stdin":"AAE=","stdout":"/wo=","status_id":3}"#)
        let plain = try test.ask("GET", "/submissions/\(token)?\(fields)")
        #expect(plain.status == 400 && plain.json["error"]?.string?.contains("base64_encoded=true") == true)
        // What can be told as text still is.
        #expect(try test.ask("GET", "/submissions/\(token)?fields=status_id").body == #"{"status_id":3}"#)
    }

    @Test(arguments: Engine.allCases)
    func `a submission is nobody else's, and nothing is told without a key`(engine: Engine) throws {
        let test = try AdapterUnderTest(engine)
        defer { test.end() }
        let token = try token(test.ask("POST", "/submissions", json: #"{"source_code":"x","language_id":71}"#))
        #expect(try test.ask("GET", "/submissions/\(token)", key: "u-both").status == 404)
        #expect(
            try test.ask("GET", "/submissions/batch?tokens=\(token)", key: "u-both").body == #"{"submissions":[null]}"#
        )
        #expect(try test.ask("GET", "/submissions/nothing").status == 404)
        #expect(try test.ask("GET", "/submissions/\(token)", key: nil).status == 401)
        #expect(try test.ask("POST", "/submissions", key: "t-read", json: "{}").status == 403)
        #expect(try test.ask("POST", "/authenticate").status == 200)
        #expect(try test.ask("POST", "/authorize").status == 403)
        #expect(try test.ask("POST", "/authorize", key: "t-admin").status == 200)
    }

    @Test func `a queue that is full is told as Judge0 tells it`() throws {
        let test = try AdapterUnderTest(.sqlite) { $0.depth.total = 1 }
        defer { test.end() }
        let body = #"{"source_code":"x","language_id":71}"#
        _ = try token(test.ask("POST", "/submissions", json: body))
        let refused = try test.ask("POST", "/submissions", json: body)
        #expect(refused.status == 503 && refused.body == #"{"error":"queue is full"}"#, "\(refused.body)")
    }

    @Test func `what it tells of itself can be read by its clients`() throws {
        let test = try AdapterUnderTest(.sqlite)
        defer { test.end() }
        let languages = try #require(try test.ask("GET", "/languages").json.items)
        #expect(languages.contains(.object(["id": .number(71), "name": .text("Python 3, 3.11.2")])))
        let all = try #require(try test.ask("GET", "/languages/all").json.items)
        #expect(all.count > languages.count && all.allSatisfy { $0["is_archived"]?.boolean != nil })
        #expect(try test.ask("GET", "/languages/71").json["source_file"] == .text("main.py"))
        #expect(try test.ask("GET", "/languages/100000").status == 404)
        #expect(try test.ask("GET", "/version").body == "1.13.1")
        #expect(try test.ask("GET", "/about").json["version"] == .text("1.13.1"))
        let configuration = try test.ask("GET", "/config_info").json
        #expect(configuration["enable_wait_result"] == .flag(true) && configuration["enable_callbacks"] == .flag(true))
        #expect(
            configuration["max_submission_batch_size"] == .number(20) && configuration["cpu_time_limit"] == .number(5)
        )
        let workers = try test.ask("GET", "/workers", key: "t-admin").json
        #expect(workers.items?.first?["available"] == .number(1))
        #expect(try test.ask("DELETE", "/submissions/0123456789abcdef").status == 400)
    }
}
