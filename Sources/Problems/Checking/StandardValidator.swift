public import Core

/// The format's standard output validator: compares tokens, numbers with a tolerance where asked to.
public struct StandardValidator: Hashable, Sendable {
    /// Whether `a` and `A` differ.
    public var isCaseSensitive = false
    /// Whether every whitespace byte must be as in the answer.
    public var isSpaceSensitive = false
    /// How far a number may be off, as a part of the answer's number.
    public var relativeTolerance: Double?
    /// How far a number may be off.
    public var absoluteTolerance: Double?

    /// The validator that a package without arguments gets.
    public init() {}

    /// Compares `output` with `answer`, in pieces, with memory that depends on neither.
    ///
    /// - Throws: `ByteSourceFailure` when one of them cannot be read.
    public func check(output: any ByteSource, answer: any ByteSource) throws(ByteSourceFailure) -> CheckResult {
        var comparison = Comparison(self, output: output, answer: answer)
        return try comparison.result()
    }
}
