internal import Batch

/// Where the submissions of a batch come from, one after the other.
protocol BatchSource {
    /// How many there are in all, where that is known beforehand.
    var count: Int? { get }
    /// Whether some are expected to run into a time limit.
    var hasLong: Bool { get }

    /// The next one; nil at the end.
    ///
    /// - Throws: `Complaint` or `PackageError` for what cannot be read.
    mutating func next() throws -> BatchItem?
}
