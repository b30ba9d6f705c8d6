/// Why a command ends without having done what it was asked: one line for the user, and the exit code.
public struct Complaint: Error, Hashable, Sendable {
    /// What the exit code says.
    public let exitCode: ExitCode
    /// What went wrong, on what, and what to do; without the program's name and the line's end.
    public let message: String

    /// A complaint with that code and text.
    public init(_ exitCode: ExitCode, _ message: String) {
        self.exitCode = exitCode
        self.message = message
    }

    /// Wrong usage, or input that cannot be judged.
    static func badInput(_ message: String) -> Complaint { Complaint(.badInput, message) }

    /// The judge itself failed.
    static func ownFailure(_ message: String) -> Complaint { Complaint(.ownFailure, message) }

    /// The line for standard error, safe for a terminal.
    public var line: String { "assay: " + VisibleText.line(message) }
}
