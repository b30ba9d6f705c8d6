import CLI
import Core
import FoundationEssentials
import Testing

@Suite struct RunReportTests {
    private func report(
        _ termination: Termination,
        _ stop: Stop? = nil,
        cpu: Duration = .milliseconds(12),
        isOutOfMemory: Bool = false,
        output: [UInt8] = [],
        capture: ByteCount = CapturedText.defaultLimit
    ) throws -> RunReport {
        try RunReport(
            Outcome(
                termination: termination,
                stop: stop,
                usage: Usage(cpuTime: cpu, wallTime: .milliseconds(14), peakMemory: .mebibytes(8)),
                standardOutput: MemoryBytes(output)
            ),
            isOutOfMemory: isOutOfMemory,
            timeLimit: .seconds(1),
            capture: capture,
            compile: nil
        )
    }

    @Test(arguments: [
        (Termination.exited(code: 0), Stop?.none, RunReport.Ending.exited, String?.none, true),
        (.exited(code: 3), nil, .exited, "exit:3", false),
        (.signaled(name: "SEGV"), nil, .signaled, "signal:SEGV", false),
        (.signaled(name: "KILL"), .cpuTime, .timeLimit, "cpu", false),
        (.exited(code: 0), .wallTime, .wallLimit, "wall", false),
        (.signaled(name: "KILL"), .memory, .memoryLimit, nil, false),
        (.signaled(name: "XFSZ"), .output, .outputLimit, nil, false),
        (.signaled(name: "KILL"), .forbiddenCall(name: "ptrace"), .signaled, "syscall:ptrace", false),
    ])
    func `tells how a run ended`(
        termination: Termination,
        stop: Stop?,
        ending: RunReport.Ending,
        reason: String?,
        isGood: Bool
    ) throws {
        let report = try report(termination, stop)
        #expect(report.ending == ending)
        #expect(report.reason?.description == reason)
        #expect(report.isGood == isGood)
    }

    @Test func `counts a little too much time as too much`() throws {
        #expect(try report(.exited(code: 0), cpu: .milliseconds(1001)).ending == .timeLimit)
        #expect(try report(.exited(code: 0), cpu: .milliseconds(1000)).ending == .exited)
    }

    @Test func `believes the run-time system that says memory ran out`() throws {
        #expect(try report(.exited(code: 3), isOutOfMemory: true).ending == .memoryLimit)
    }

    @Test func `shows text as text and other bytes in base64`() throws {
        let text = try report(.exited(code: 0), output: Array("grüß\0\n".utf8))
        #expect(text.output.text == "grüß\0\n")
        #expect(text.output.base64 == nil)
        let bytes = try report(.exited(code: 0), output: [0xFF, 0x00])
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
        let line = String(decoding: try JSONLine.bytes(of: try report(.exited(code: 0), output: [104, 105])), as: UTF8.self)
        #expect(
            line == #"{"compile":null,"cpuTime":0.012,"exitCode":0,"outcome":"exited","peakMemory":8388608,"reason":null,"#
                + #""signal":null,"stderr":"","stderrTruncated":false,"stdout":"hi","stdoutTruncated":false,"#
                + #""wallTime":0.014}"# + "\n"
        )
    }

    @Test func `has null figures when nothing was run`() throws {
        let report = try RunReport(refused: Reports.refused, .compilerTime)
        let line = String(decoding: try JSONLine.bytes(of: report), as: UTF8.self)
        #expect(line.contains(#""cpuTime":null,"exitCode":null,"outcome":"compileError","peakMemory":null"#))
        #expect(line.contains(#""reason":"compiler-time","signal":null,"stderr":"","stderrTruncated":false"#))
        #expect(line.contains(#""compile":{"cached":false"#))
        #expect(!report.isGood)
    }
}
