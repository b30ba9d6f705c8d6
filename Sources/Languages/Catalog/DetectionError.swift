/// The language of a submission could not be told from its files.
public struct DetectionError: Error, Hashable, CustomStringConvertible {
    /// Why, and what to do about it, in one line.
    public let description: String

    init(_ description: String) { self.description = description }
}
