import Core

/// How a run-time system ends when it could not get more memory within the bounds it was given.
public struct OutOfMemorySign: Hashable, Sendable {
    /// The exit code, where that is the sign.
    public var exitCode: Int?
    /// The signal without `SIG`, where that is the sign.
    public var signal: String?
    /// What the end of standard error has to contain, where that is the sign or part of it.
    public var text: String?
    /// What the last line of standard error has to be, or to end with before its first colon, where that is part of the
    /// sign: `MemoryError` and `numpy.MemoryError: no room` for `MemoryError`.
    public var lastLine: String?
    /// How much of the memory limit a run must have held for the sign to count, in percent.
    public var peak: Int
}

extension OutOfMemorySign {
    /// Whether a run ended with this sign under `limit`, and its peak bears that out.
    func isGiven(by outcome: Outcome, limit: ByteCount) -> Bool {
        guard outcome.stop == nil else { return false }
        // That the kernel refused the box memory bears it out, too.
        let isFull = outcome.usage.peakMemory.bytes > limit.bytes / 100 * peak
        guard isFull || outcome.usage.memoryRefusals > 0 else { return false }
        if let exitCode, outcome.termination != .exited(code: exitCode) { return false }
        if let signal, outcome.termination != .signaled(name: signal) { return false }
        guard text != nil || lastLine != nil else { return true }
        let errors = outcome.standardError
        let tail = try? errors.read(from: max(0, errors.byteCount - 1 << 16), upTo: 1 << 16)
        let words = String(decoding: tail ?? [], as: UTF8.self)
        if let text, !words.contains(text) { return false }
        guard let lastLine else { return true }
        return words.split(whereSeparator: \.isNewline).last?.prefix { $0 != ":" }.hasSuffix(lastLine) == true
    }
}
