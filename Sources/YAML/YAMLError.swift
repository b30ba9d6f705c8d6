/// A file is not the YAML that we read.
public struct YAMLError: Error, Hashable, CustomStringConvertible {
    /// The file, as the caller named it.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column in characters, from 1.
    public let column: Int
    /// What is wrong there.
    public let message: String

    /// A mistake at that place.
    public init(file: String, line: Int, column: Int, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// The mistake in one line, as compilers tell theirs.
    public var description: String { "\(file):\(line):\(column): \(message)" }
}
