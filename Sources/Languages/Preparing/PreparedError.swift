/// What was prepared cannot be kept.
public struct PreparedError: Error, Hashable, CustomStringConvertible {
    /// One line: what, where, why and the mend.
    public let description: String
}
