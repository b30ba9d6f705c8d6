import Core
import Glibc
import Linux

/// What became of a run of the probe, with all that it said of its box.
struct Statement: Hashable, Sendable {
    var termination: Termination
    var stop: Stop?
    /// What it said of its box.
    var box: ProbedBox
    /// Standard error, where it was not on that that it spoke.
    var error: String
    /// What was taken out: the paths, with size and whether it may be executed.
    var collected: [String]?
    /// Figures that cannot be true.
    var wrongFigures: [String]

    /// What became of a run whose program spoke on standard output, or as half of a conversation on standard error.
    init(_ outcome: Outcome, isOfConversation: Bool = false) throws {
        termination = outcome.termination
        stop = outcome.stop
        let output = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
        let error = String(decoding: try outcome.standardError.bytes(), as: UTF8.self)
        box = ProbedBox(isOfConversation ? error : output)
        self.error = isOfConversation ? "" : error
        collected = outcome.collected?.files.map { "\($0.path) \($0.content.byteCount) \($0.isExecutable)" }
        wrongFigures = []
        if outcome.stop == nil {
            if outcome.usage.peakMemory < .mebibytes(24) { wrongFigures.append("peak \(outcome.usage.peakMemory)") }
            if outcome.usage.cpuTime < .milliseconds(9) { wrongFigures.append("CPU time \(outcome.usage.cpuTime)") }
            if outcome.usage.wallTime < .milliseconds(9) { wrongFigures.append("time \(outcome.usage.wallTime)") }
        }
    }

    /// How this one differs from what it should be, in words; nothing when it does not.
    func differences(from expected: Statement) -> [String] {
        var result: [String] = []
        if (termination, stop) != (expected.termination, expected.stop) {
            result.append("ended \(termination) \(stop.map { "\($0)" } ?? "")")
        }
        result += box.differences(from: expected.box)
        if error != expected.error { result.append("wrote to standard error: \(error)") }
        if collected != expected.collected { result.append("left \(collected ?? ["nothing"])") }
        result += wrongFigures.map { "has a wrong figure: \($0)" }
        return result
    }
}
