internal import Core

/// What somebody may ask for when a package is verified.
public struct VerificationOptions: Sendable {
    /// The parts that are looked at.
    public var parts = Set(Finding.Part.allCases)
    /// The time limit in place of the package's, and of one that is inferred.
    public var timeLimit: Duration?
    /// Whether all submissions are run on all tests, also on those after one that ran into a limit.
    public var allTests = false
    /// How often the slowest tests of submissions whose times count are measured; 1: no more than judging needs.
    public var runs = 3
    /// Which submissions are judged, by a part of their paths; nil: all.
    public var submissions: String?
    /// How many boxes may run at once.
    public var slots = 1

    /// Everything, as it is meant to be.
    public init() {}
}
