import CLI
import Core
import FoundationEssentials
import Testing

@Suite struct RunReportTests {
    private func report(
        _ verdict: Verdict,
        _ reason: Reason? = nil,
        _ termination: Termination = .exited(code: 0),
        output: [UInt8] = [],
        capture: ByteCount = CapturedText.defaultLimit
    ) throws -> RunReport {
        try RunReport(
            verdict,
            reason,
            outcome: Outcome(
                termination: termination,
                usage: Usage(cpuTime: .milliseconds(12), wallTime: .milliseconds(14), peakMemory: .mebibytes(8)),
                standardOutput: MemoryBytes(output)
            ),
            compile: nil,
            capture: capture
        )
    }

    @Test(arguments: [
        (Verdict.accepted, Reason?.none, Termination.exited(code: 0), RunReport.Ending.exited, true),
        (.runtimeError, .exit(3), .exited(code: 3), .exited, false),
        (.runtimeError, .signal("SEGV"), .signaled(name: "SEGV"), .signaled, false),
        (.runtimeError, .systemCall("ptrace"), .signaled(name: "KILL"), .signaled, false),
        (.timeLimit, .cpu, .signaled(name: "KILL"), .timeLimit, false),
        (.timeLimit, .cpu, .exited(code: 0), .timeLimit, false),
        (.timeLimit, .wall, .signaled(name: "KILL"), .wallLimit, false),
        (.memoryLimit, nil, .signaled(name: "KILL"), .memoryLimit, false),
        (.outputLimit, nil, .signaled(name: "XFSZ"), .outputLimit, false),
    ])
    func `tells how a run ended`(
        verdict: Verdict,
        reason: Reason?,
        termination: Termination,
        ending: RunReport.Ending,
        isGood: Bool
    ) throws {
        let report = try report(verdict, reason, termination)
        #expect(report.ending == ending)
        #expect(report.reason == reason)
        #expect(report.isGood == isGood)
        switch termination {
        case .exited(let code): #expect(report.exitCode == code && report.signal == nil)
        case .signaled(let name): #expect(report.exitCode == nil && report.signal == name)
        }
    }

    @Test func `shows text as text and other bytes in base64`() throws {
        let text = try report(.accepted, output: Array("grüß\0\n".utf8))
        #expect(text.output.text == "grüß\0\n")
        #expect(text.output.base64 == nil)
        let bytes = try report(.accepted, output: [0xFF, 0x00])
        #expect(bytes.output.text == nil)
        #expect(bytes.output.base64 == "/wA=")
    }

    @Test(arguments: [
        ("aé", 2, "a", true), ("aé", 3, "aé", false), ("€€", 5, "€", true), ("€€", 4, "€", true), ("😀b", 3, "", true),
        ("abc", 3, "abc", false), ("abc", 0, "", true), ("", 0, "", false),
    ])
    func `cuts between characters`(text: String, limit: Int, shown: String, isTruncated: Bool) throws {
        let captured = try CapturedText(MemoryBytes(text), limit: ByteCount(limit))
        #expect(captured.text == shown)
        #expect(captured.isTruncated == isTruncated)
    }

    @Test func `keeps broken bytes before a cut as bytes`() throws {
        let captured = try CapturedText(MemoryBytes([0xFF, 65, 66]), limit: ByteCount(2))
        #expect(captured.base64 == "/0E=")
        #expect(captured.isTruncated)
    }

    @Test func `has every field of the contract`() throws {
        let report = try report(.accepted, output: [104, 105])
        let line = String(decoding: try JSONLine.bytes(of: report), as: UTF8.self)
        #expect(
            line
                == #"{"compile":null,"cpuTime":0.012,"exitCode":0,"outcome":"exited","peakMemory":8388608,"#
                + #""peakProcesses":null,"peakResidentSet":null,"reason":null,"signal":null,"stderr":"","#
                + #""stderrTruncated":false,"stdout":"hi","stdoutTruncated":false,"#
                + #""wallTime":0.014}"# + "\n"
        )
    }

    private func show(_ text: RunText, capture: ByteCount? = nil, isTerminal: Bool = false) throws -> [String] {
        let output = Recording()
        let error = Recording()
        let console = Console(
            output: output.channel(isTerminal: isTerminal),
            error: error.channel(isTerminal: isTerminal)
        )
        try text.show(capture: capture, on: console)
        return [output.text, error.text]
    }

    private func text(standardOutput: String, standardError: String) throws -> RunText {
        let outcome = Outcome(
            termination: .exited(code: 0),
            usage: Usage(cpuTime: .milliseconds(12), wallTime: .milliseconds(14), peakMemory: .mebibytes(8)),
            standardOutput: MemoryBytes(standardOutput),
            standardError: MemoryBytes(standardError)
        )
        let report = try RunReport(.accepted, nil, outcome: outcome, compile: nil, capture: ByteCount(10))
        return RunText(report, outcome: outcome)
    }

    private static let line = "assay: exited with code 0  0.012 s cpu  0.014 s wall  8.0 MiB\n"

    @Test func `passes a program's bytes on and adds one line`() throws {
        let text = try text(standardOutput: "a\u{1B}[31mb", standardError: "e")
        #expect(try show(text) == ["a\u{1B}[31mb", "e\n" + Self.line])
        #expect(try show(text, capture: ByteCount(1)) == ["a", "e\n" + Self.line])
    }

    @Test func `lets no program steer a terminal`() throws {
        let text = try text(standardOutput: "a\u{1B}[31mb\n", standardError: "")
        #expect(try show(text, isTerminal: true) == ["a\\u{1b}[31mb\n", Self.line])
    }

    @Test(arguments: [
        (Verdict.runtimeError, Reason?.some(.systemCall("ptrace")), "killed for the forbidden system call ptrace"),
        (.runtimeError, .signal("SEGV"), "ended by signal SEGV"),
        (.timeLimit, .wall, "stopped at the limit of time on the clock"),
        (.timeLimit, .cpu, "stopped at the limit of CPU time"),
        (.memoryLimit, nil, "stopped at the limit of memory"),
        (.outputLimit, nil, "stopped at the limit of output"),
    ])
    func `says in words how a run ended`(verdict: Verdict, reason: Reason?, words: String) throws {
        let report = try report(verdict, reason, .signaled(name: "SEGV"))
        let line = RunText(report, outcome: nil).line(style: TextStyle(hasColour: false))
        #expect(line.hasPrefix("assay: \(words)  "))
    }

    @Test func `has null figures when nothing was run`() throws {
        let report = try RunReport(
            .compileError,
            .compilerTime,
            outcome: nil,
            compile: Reports.refused,
            capture: CapturedText.defaultLimit
        )
        let line = String(decoding: try JSONLine.bytes(of: report), as: UTF8.self)
        #expect(line.contains(#""cpuTime":null,"exitCode":null,"outcome":"compileError","peakMemory":null"#))
        #expect(line.contains(#""reason":"compiler-time","signal":null,"stderr":"","stderrTruncated":false"#))
        #expect(line.contains(#""compile":{"cached":false"#))
        #expect(!report.isGood)
    }

    @Test(
        arguments: [
            (Verdict.accepted, Reason?.none, Array("h\u{E9}llo\n".utf8)), (.runtimeError, .exit(3), [0xFF, 0x00]),
            (.timeLimit, .cpu, []), (.runtimeError, .systemCall("ptrace"), Array("x".utf8)),
        ] as [(Verdict, Reason?, [UInt8])]
    )
    func `what was written as JSON is read as it was`(verdict: Verdict, reason: Reason?, output: [UInt8]) throws {
        let report = try report(verdict, reason, output: output)
        let again = try JSONDecoder().decode(RunReport.self, from: JSONEncoder().encode(report))
        #expect(again == report)
        #expect(Array(again.output.shown.utf8) == Array(String(decoding: output, as: UTF8.self).utf8))
    }
}
