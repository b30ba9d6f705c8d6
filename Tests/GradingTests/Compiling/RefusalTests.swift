import Core
import Testing

@testable import Grading

@Suite struct RefusalTests {
    private static let limits = Limits(cpuTime: .seconds(60), memory: .mebibytes(2048))
    private static let made = Bundle(files: [BoxFile(path: "program", content: MemoryBytes("ELF"))])

    @Test func `a compiler that made something and ended well refuses nothing`() {
        let outcome = Outcome(termination: .exited(code: 0), collected: Self.made)
        #expect(Refusal(outcome, isOutOfMemory: false, Self.limits) == nil)
    }

    @Test(arguments: [
        (Stop.cpuTime, Reason.compilerTime), (.wallTime, .compilerTime), (.memory, .compilerMemory),
        (.output, .diagnostics), (.forbiddenCall(name: "ptrace"), .diagnostics),
    ])
    func `a compiler that was stopped refuses with the limit and says so`(stop: Stop, reason: Reason) throws {
        let outcome = Outcome(termination: .signaled(name: "KILL"), stop: stop, collected: Self.made)
        let refusal = try #require(Refusal(outcome, isOutOfMemory: false, Self.limits))
        #expect(refusal.reason == reason)
        #expect(try #require(refusal.line).contains("was stopped"))
    }

    @Test func `what nobody can start is no program`() {
        let outcome = Outcome(termination: .exited(code: 0), collected: Self.made)
        #expect(Refusal(programless: outcome)?.line?.contains("no program") == true)
        let program = BoxFile(path: "program", content: MemoryBytes("ELF"), isExecutable: true)
        #expect(
            Refusal(programless: Outcome(termination: .exited(code: 0), collected: Bundle(files: [program]))) == nil
        )
    }

    @Test func `a compiler that declares that memory ran out refuses for that`() {
        let outcome = Outcome(termination: .exited(code: 3))
        #expect(Refusal(outcome, isOutOfMemory: true, Self.limits)?.reason == .compilerMemory)
    }

    @Test func `an exit code needs no word of ours where the compiler spoke`() throws {
        let outcome = Outcome(termination: .exited(code: 1), standardError: MemoryBytes("a.c:1: error"))
        let refusal = try #require(Refusal(outcome, isOutOfMemory: false, Self.limits))
        #expect(refusal.reason == .diagnostics)
        #expect(refusal.line == nil)
    }

    @Test(arguments: [
        (Outcome(termination: .exited(code: 4)), "exit code 4"),
        (Outcome(termination: .signaled(name: "SEGV")), "signal SEGV"),
        (Outcome(termination: .exited(code: 0), collected: Bundle(files: [])), "made nothing"),
        (Outcome(termination: .exited(code: 0)), "cannot be kept"),
    ])
    func `a compiler that failed without a word gets one of ours`(outcome: Outcome, words: String) throws {
        let refusal = try #require(Refusal(outcome, isOutOfMemory: false, Self.limits))
        #expect(refusal.reason == .diagnostics)
        #expect(try #require(refusal.line).contains(words))
    }
}
