/// One thing that is wrong with a package.
public struct PackageIssue: Hashable, Sendable, CustomStringConvertible {
    /// The file or directory, as the user would reach it.
    public let file: String
    /// The line in it, from 1, where there is one.
    public let line: Int?
    /// What is wrong.
    public let message: String
    /// What to do about it.
    public let mend: String
    /// Whether it is about a key that the format does not have: judging goes on without it, and its author should know.
    public let isUnknownKey: Bool
    /// Whether it breaks the format in a way that judging can do without.
    public let isFault: Bool

    /// A mistake in `file`.
    public init(
        file: String,
        line: Int? = nil,
        message: String,
        mend: String,
        isUnknownKey: Bool = false,
        isFault: Bool = false
    ) {
        self.file = file
        self.line = line
        self.message = message
        self.mend = mend
        self.isUnknownKey = isUnknownKey
        self.isFault = isFault
    }

    /// The issue in one line.
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        // A message may quote what is in the file, line ends and all.
        let text = Excerpt.text(Array(message.utf8))
        return mend.isEmpty ? "\(place): \(text)" : "\(place): \(text); \(mend)"
    }
}

/// A package cannot be judged with, because of its own mistakes.
public struct PackageError: Error, Hashable, CustomStringConvertible {
    /// What is wrong with it, the most important first; never empty.
    public let issues: [PackageIssue]

    /// The given issues.
    public init(issues: [PackageIssue]) { self.issues = issues }

    /// A single issue.
    public init(file: String, line: Int? = nil, message: String, mend: String) {
        issues = [PackageIssue(file: file, line: line, message: message, mend: mend)]
    }

    /// The first issue in one line, with the number of further ones.
    public var description: String {
        let first = issues.first?.description ?? "the package cannot be read"
        return issues.count > 1 ? "\(first) (and \(issues.count - 1) more)" : first
    }
}
