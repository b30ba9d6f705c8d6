/// It cannot be told which file or class of a submission to start.
public struct EntryError: Error, Hashable, CustomStringConvertible {
    /// Why, and what to do about it, in one line.
    public let description: String

    init(_ description: String) { self.description = description }
}
