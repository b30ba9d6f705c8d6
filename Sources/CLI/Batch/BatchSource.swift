internal import Batch

/// Where the submissions of a batch come from, one after the other.
protocol BatchSource {
    /// How many there are in all, where that is known beforehand.
    var count: Int? { get }

    /// The next one; nil at the end.
    ///
    /// - Throws: `Complaint` or `PackageError` for what cannot be read.
    mutating func next() throws -> BatchItem?
}
