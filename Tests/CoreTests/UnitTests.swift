import Core
import Testing

struct UnitTests {
    @Test(arguments: [
        (bytes: 0, text: "0 B"), (1023, "1023 B"), (1024, "1 KiB"), (1536, "1536 B"), (64 << 20, "64 MiB"),
        (3 << 30, "3 GiB"), ((1 << 20) + (1 << 10), "1025 KiB"),
    ])
    func `a size is told in the largest unit that divides it`(bytes: Int, text: String) {
        #expect(ByteCount(bytes).description == text)
    }

    @Test(arguments: [
        (duration: Duration.zero, seconds: 0.0),
        (.nanoseconds(1_999), 0.000_001),
        (.milliseconds(1_500), 1.5),
        (.seconds(86_400), 86_400),
    ])
    func `a duration is told in seconds, in whole microseconds`(duration: Duration, seconds: Double) {
        #expect(duration.inSeconds == seconds)
    }

    @Test(arguments: [
        (reason: Reason.cpu, text: "cpu"), (.wall, "wall"), (.exit(3), "exit:3"), (.signal("SEGV"), "signal:SEGV"),
        (.systemCall("ptrace"), "syscall:ptrace"), (.noOutput, "no-output"), (.differs, "differs"),
        (.compilerTime, "compiler-time"), (.compilerMemory, "compiler-memory"), (.diagnostics, "diagnostics"),
    ])
    func `a reason is written as the contract has it`(reason: Reason, text: String) {
        #expect(reason.description == text)
    }

    @Test func `verdicts have their stable codes`() {
        #expect(Verdict.allCases.map(\.rawValue) == ["AC", "WA", "TLE", "MLE", "OLE", "RTE", "CE", "JE", "SK"])
    }
}
