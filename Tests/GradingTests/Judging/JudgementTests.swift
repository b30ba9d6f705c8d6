import Core
import Testing

@testable import Grading

@Suite struct JudgementTests {
    /// What was seen of a run, with everything well unless said otherwise.
    struct Seen: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var termination = Termination.exited(code: 0)
        var stop: Stop?
        var cpu = Duration.milliseconds(100)
        var isOutOfMemory = false
        var output = "7\n"
        var check: Check.Conclusion? = .accepted
        var expected: Judgement?

        init(_ name: String, _ expected: Judgement?, _ change: (inout Seen) -> Void) {
            testDescription = name
            self.expected = expected
            change(&self)
        }
    }

    static let limits = Limits(cpuTime: .seconds(1), output: ByteCount(8))

    static let table: [Seen] = [
        Seen("accepted", Judgement(.accepted)) { _ in },
        Seen("checker says no", Judgement(.wrongAnswer, .differs)) { $0.check = .wrong(isOutputEmpty: false) },
        Seen("no output", Judgement(.wrongAnswer, .noOutput)) { $0.check = .wrong(isOutputEmpty: true) },
        Seen("checker failed", Judgement(.judgeError)) { $0.check = .failed },
        Seen("not checked yet", nil) { $0.check = nil },

        // The program's own end comes before the checker.
        Seen("exit code", Judgement(.runtimeError, .exit(3))) {
            $0.termination = .exited(code: 3)
            $0.check = nil
        },
        Seen("signal", Judgement(.runtimeError, .signal("SEGV"))) {
            $0.termination = .signaled(name: "SEGV")
            $0.check = nil
        },
        Seen("SIGKILL of its own is no time limit", Judgement(.runtimeError, .signal("KILL"))) {
            $0.termination = .signaled(name: "KILL")
            $0.check = nil
        },
        Seen("exit code beats a right output", Judgement(.runtimeError, .exit(1))) {
            $0.termination = .exited(code: 1)
        },

        // What the sandbox enforced comes before the program's end.
        Seen("memory", Judgement(.memoryLimit)) {
            $0.stop = .memory
            $0.termination = .signaled(name: "KILL")
        },
        Seen("cpu", Judgement(.timeLimit, .cpu)) {
            $0.stop = .cpuTime
            $0.termination = .signaled(name: "KILL")
        },
        Seen("wall", Judgement(.timeLimit, .wall)) {
            $0.stop = .wallTime
            $0.termination = .signaled(name: "KILL")
        },
        Seen("output", Judgement(.outputLimit)) {
            $0.stop = .output
            $0.termination = .signaled(name: "XFSZ")
        },
        Seen("forbidden call", Judgement(.runtimeError, .systemCall("ptrace"))) {
            $0.stop = .forbiddenCall(name: "ptrace")
            $0.termination = .signaled(name: "KILL")
        },
        Seen("memory beats the exit code of the first process", Judgement(.memoryLimit)) {
            $0.stop = .memory
            $0.termination = .exited(code: 1)
        },
        Seen("the stop tells the limit, not the figure", Judgement(.memoryLimit)) {
            $0.stop = .memory
            $0.cpu = .seconds(2)
        },
        Seen("wall stays wall with much cpu", Judgement(.timeLimit, .wall)) {
            $0.stop = .wallTime
            $0.cpu = .seconds(2)
        },

        // What was seen to be exceeded although the program ended by itself.
        Seen("just at the limit", Judgement(.accepted)) { $0.cpu = .seconds(1) },
        Seen("just over the limit", Judgement(.timeLimit, .cpu)) { $0.cpu = .microseconds(1_000_001) },
        Seen("over the limit beats an exit code", Judgement(.timeLimit, .cpu)) {
            $0.cpu = .milliseconds(1080)
            $0.termination = .exited(code: 1)
        },
        Seen("declared out of memory", Judgement(.memoryLimit)) {
            $0.isOutOfMemory = true
            $0.termination = .exited(code: 3)
        },
        Seen("out of memory beats the time", Judgement(.memoryLimit)) {
            $0.isOutOfMemory = true
            $0.cpu = .seconds(2)
        },
        Seen("output just fits", Judgement(.accepted)) { $0.output = "12345678" },
        Seen("output too long", Judgement(.outputLimit)) { $0.output = "123456789" },
        Seen("output too long beats an exit code", Judgement(.outputLimit)) {
            $0.output = "123456789"
            $0.termination = .exited(code: 1)
        },

        // A judge's failure comes first.
        Seen("taken back", Judgement(.judgeError)) { $0.stop = .cancelled },
        Seen("failed checker beats a limit", Judgement(.judgeError)) {
            $0.stop = .memory
            $0.check = .failed
        },
    ]

    @Test(arguments: table)
    func `one function decides in the order of precedence`(_ seen: Seen) {
        let run = Judgement.Run(
            outcome: Outcome(
                termination: seen.termination,
                stop: seen.stop,
                usage: Usage(cpuTime: seen.cpu),
                standardOutput: MemoryBytes(seen.output)
            ),
            limits: Self.limits,
            isOutOfMemory: seen.isOutOfMemory
        )
        let check = seen.check.map { Check(conclusion: $0) }
        #expect(Judgement.decide(run, check: check) == seen.expected)
    }

    @Test(arguments: [
        (949, false), (950, true), (1000, true), (1050, true), (1051, false), (10, false),
    ])
    func `a run near the limit is one between 95 and 105 percent`(milliseconds: Int, isNear: Bool) {
        let outcome = Outcome(
            termination: .exited(code: 0),
            usage: Usage(cpuTime: .milliseconds(milliseconds))
        )
        #expect(Judgement.Run(outcome: outcome, limits: Self.limits, isOutOfMemory: false).isNearLimit == isNear)
    }

    @Test func `a run that was stopped is not near the limit`() {
        let outcome = Outcome(
            termination: .signaled(name: "KILL"),
            stop: .wallTime,
            usage: Usage(cpuTime: .seconds(1))
        )
        #expect(!Judgement.Run(outcome: outcome, limits: Self.limits, isOutOfMemory: false).isNearLimit)
    }
}
