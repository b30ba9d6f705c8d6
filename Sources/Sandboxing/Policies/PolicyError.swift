/// What is wrong with a policy file, and what mends it.
package struct PolicyError: Error, Hashable, CustomStringConvertible {
    /// The policy file.
    package let file: String
    /// The line, counted from 1; nil when the file as a whole is at fault.
    package let line: Int?
    /// What is wrong and what to do, in one line.
    package let message: String

    /// An error at `line` of `file`.
    package init(file: String, line: Int?, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// The file, the line and the message, in one line.
    package var description: String {
        line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)"
    }
}
