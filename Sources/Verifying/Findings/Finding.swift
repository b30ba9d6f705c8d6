/// One thing that the author of a package should know.
public struct Finding: Hashable, Sendable {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable, CaseIterable, Codable {
        /// The package breaks the format, or does not do what it says.
        case error
        /// It can be judged with, and something about it is likely wrong.
        case warning
        /// Something could not be looked at here.
        case note
    }

    /// How bad it is.
    public var severity: Severity
    /// What it is about.
    public var code: Code
    /// The file or directory below the package; empty: the package itself.
    public var path: String
    /// The line in it, from 1, where there is one.
    public var line: Int?
    /// What is wrong.
    public var message: String
    /// What to do about it.
    public var mend: String

    /// A finding with these parts.
    public init(
        _ severity: Severity,
        _ code: Code,
        _ path: String,
        line: Int? = nil,
        _ message: String,
        mend: String = ""
    ) {
        self.severity = severity
        self.code = code
        self.path = path
        self.line = line
        self.message = message
        self.mend = mend
    }

    /// The finding in one line, with the package's directory as the user wrote it.
    public func line(in package: String) -> String {
        let file = path.isEmpty ? package : "\(package)/\(path)"
        let place = line.map { "\(file):\($0)" } ?? file
        // Messages of programs may have several lines, of which the first says most.
        let text = message.split(separator: "\n").first.map(String.init) ?? ""
        return mend.isEmpty ? "\(place): \(text)" : "\(place): \(text); \(mend)"
    }
}

extension Sequence<Finding> {
    /// How many of them are that bad.
    public func count(of severity: Finding.Severity) -> Int { count { $0.severity == severity } }
}
