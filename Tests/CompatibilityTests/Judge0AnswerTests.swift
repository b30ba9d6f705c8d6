import Compatibility
import Core
import Queueing
import Service
import Testing

@Suite struct Judge0AnswerTests {
    private func languages() throws -> Judge0Languages { try Judge0Languages(Offers.all()) }

    private func run(
        _ result: RunResult?,
        state: JobState = .done,
        expected: String? = nil,
        language: Int = 71
    ) throws -> RunRecord {
        var body = #"{"source_code":"print(1)","language_id":\#(language)"#
        if let expected { body += #","expected_output":"\#(expected)""# }
        let order = try Judge0Request.order(Offers.json(body + "}"), isBase64: false, languages: languages())
        return RunRecord(
            id: "6f0c",
            state: state,
            createdAt: Timestamp(milliseconds: 1_754_734_272_345),
            language: "python3",
            notes: order.notes,
            source: order.files[0].content,
            input: order.input,
            result: result
        )
    }

    private func text(_ run: RunRecord, _ fields: String?, isBase64: Bool = false) throws -> String {
        let answer = try Judge0Answer(run, isBase64: isBase64, languages: languages()).json(Judge0Fields(fields))
        return String(decoding: answer.bytes, as: UTF8.self)
    }

    private func exited(_ code: Int = 0, output: String = "") -> RunResult {
        var result = RunResult(.exited)
        result.exitCode = code
        result.output = Array(output.utf8)
        return result
    }

    private func signaled(_ name: String) -> RunResult {
        var result = RunResult(.signaled)
        result.signal = name
        return result
    }

    @Test func `an answer has the fields of Judge0 in its order`() throws {
        var result = exited(output: "1\n")
        result.cpuTime = 0.0124
        result.peakMemory = 8_650_752
        result.diagnostics = ""
        #expect(
            try text(run(result), nil)
                == #"{"stdout":"1\n","time":"0.012","memory":8448,"stderr":null,"token":"6f0c","compile_output":null,"#
                + #""message":null,"status":{"id":3,"description":"Accepted"}}"#
        )
    }

    @Test func `chosen fields come in the order in which they were asked for`() throws {
        #expect(
            try text(run(exited(3)), "status_id,language_id,exit_code,message,created_at,memory_limit")
                == #"{"status_id":11,"language_id":71,"exit_code":3,"message":"Exited with error code 3","#
                + #""created_at":"2025-08-09T10:11:12.345Z","memory_limit":128000}"#
        )
    }

    @Test func `every field that there is can be asked for`() throws {
        let all = try Offers.json(text(run(exited()), "*"))
        guard case .object(let members) = all else {
            Issue.record("no object")
            return
        }
        #expect(members.count == 35)
        // Published clients of 1.13.1 refuse a submission with fields of later versions.
        #expect(all["started_at"] == nil)
        #expect(all["source_code"] == .text("print(1)"))
        #expect(all["cpu_time_limit"] == .text("5.0"))
    }

    @Test func `a field that there is not is told`() {
        #expect(throws: Judge0Complaint(400, "invalid fields: [colour]")) { try Judge0Fields("stdout,colour") }
    }

    @Test(arguments: [
        (JobState.queued, 1), (.running, 2), (.dead, 13), (.cancelled, 13),
    ])
    func `a run without a result has a status, too`(state: JobState, id: Int) throws {
        #expect(try Judge0Status(run(nil, state: state)).rawValue == id)
    }

    @Test(arguments: [
        ("SEGV", 7), ("XFSZ", 8), ("FPE", 9), ("ABRT", 10), ("KILL", 12), ("SYS", 12),
    ])
    func `signals have statuses`(name: String, id: Int) throws {
        #expect(try Judge0Status(run(signaled(name))).rawValue == id)
    }

    @Test(arguments: [
        (RunResult.Ending.timeLimit, 5, "Time limit exceeded"), (.wallLimit, 5, "Time limit exceeded (wall clock)"),
        (.memoryLimit, 12, "Memory limit exceeded"), (.outputLimit, 8, "Output limit exceeded"),
    ])
    func `limits have statuses, and a message where Judge0 has no status for them`(
        ending: RunResult.Ending,
        id: Int,
        message: String
    ) throws {
        #expect(
            try text(run(RunResult(ending)), "status_id,message") == #"{"status_id":\#(id),"message":"\#(message)"}"#
        )
    }

    @Test(arguments: [
        ("1\n2\n", "1\n2", 3), ("1  \n2\t\n\n\n", "1\n2", 3), ("1\r\n2\r\n", "1\n2\n", 3), ("1\n\n2", "1\n2", 4),
        (" 1\n2", "1\n2", 4), ("", "1", 4), ("", " \n", 3), ("1\n2\n3", "1\n2", 4),
    ])
    func `blanks at the ends of lines and empty lines at the end do not count`(
        output: String,
        expected: String,
        id: Int
    ) throws {
        let expected = expected.replacing("\n", with: #"\n"#)
        #expect(try Judge0Status(run(exited(output: output), expected: expected)).rawValue == id)
    }

    @Test func `an output that was not kept as a whole is not compared`() throws {
        var result = exited(output: "1")
        result.isOutputCut = true
        #expect(try Judge0Status(run(result, expected: "1")) == .internalError)
        #expect(try Judge0Status(run(result)) == .accepted)
    }

    @Test func `what the compiler says is told`() throws {
        var result = RunResult(.compileError)
        result.diagnostics = "main.c:1: no"
        #expect(
            try text(run(result, language: 50), "status,compile_output,stderr,time")
                == #"{"status":{"id":6,"description":"Compilation Error"},"compile_output":"main.c:1: no","#
                + #""stderr":null,"time":null}"#
        )
    }

    @Test func `a mistake in a source that is not compiled is told as its interpreter would`() throws {
        var result = RunResult(.compileError)
        result.diagnostics = "SyntaxError: no"
        result.compiling = .init(isGood: false, cpuTime: 0.025, wallTime: 0.03, peakMemory: 2048)
        #expect(
            try text(run(result), "status_id,compile_output,stderr,exit_code,message,time,memory")
                == #"{"status_id":11,"compile_output":null,"stderr":"SyntaxError: no","exit_code":1,"#
                + #""message":"Exited with error code 1","time":"0.025","memory":2}"#
        )
    }

    @Test func `of an output that was not kept as a whole that is told`() throws {
        var result = exited(output: "1")
        result.isOutputCut = true
        #expect(
            try text(run(result), "status_id,message")
                == #"{"status_id":3,"message":"the output is longer than what is kept: its end is missing"}"#
        )
    }

    @Test func `bytes that are no text are told in Base64 alone`() throws {
        var result = exited()
        result.output = [0xFE, 0x0A]
        #expect(try text(run(result), "stdout", isBase64: true) == #"{"stdout":"/go="}"#)
        let complaint = #expect(throws: Judge0Complaint.self) { try text(run(result), "stdout") }
        #expect(complaint?.status == 400)
        #expect(try text(run(result), "status_id") == #"{"status_id":3}"#)
    }

    @Test func `there are fourteen statuses`() {
        guard case .list(let items) = Judge0Status.list else {
            Issue.record("no list")
            return
        }
        #expect(items.count == 14)
        #expect(items[4]["description"] == .text("Time Limit Exceeded"))
    }

    @Test func `languages are those that a worker has, and all others are archived`() throws {
        let languages = try languages()
        guard case .list(let offered) = languages.list(withArchived: false),
            case .list(let all) = languages.list(withArchived: true)
        else {
            Issue.record("no list")
            return
        }
        #expect(offered.contains { $0["id"] == .number(71) && $0["name"] == .text("Python 3, 3.11.2") })
        #expect(!offered.contains { $0["id"] == .number(55) })
        #expect(all.contains { $0["id"] == .number(55) && $0["is_archived"] == .flag(true) })
        #expect(languages.details(71)?["source_file"] == .text("main.py"))
        #expect(languages.details(9999) == nil)
    }
}
