/// A zip file cannot be unpacked.
public struct ZipError: Error, Hashable, CustomStringConvertible {
    /// The entry that is wrong, by its name; nil where it is the file as a whole.
    public let entry: String?
    /// What is wrong.
    public let message: String
    /// What to do about it.
    public let mend: String

    /// A mistake in `entry`, or in the whole file.
    public init(entry: String? = nil, _ message: String, mend: String) {
        self.entry = entry
        self.message = message
        self.mend = mend
    }

    /// The mistake in one line, without the zip file's name.
    public var description: String { (entry.map { "\($0): " } ?? "") + "\(message); \(mend)" }
}
