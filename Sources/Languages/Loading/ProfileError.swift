/// A mistake in a language profile.
public struct ProfileError: Error, Hashable, CustomStringConvertible {
    /// The file.
    public let file: String
    /// The line, from 1; nil when the mistake is of the file as a whole.
    public let line: Int?
    /// What is wrong, and the mend.
    public let message: String

    /// A mistake at that place.
    public init(file: String, line: Int?, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// The mistake in one line.
    public var description: String { line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)" }
}
