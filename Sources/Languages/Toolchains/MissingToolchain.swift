public import Core

/// A tool of a language is not on this host.
public struct MissingToolchain: Error, Hashable, CustomStringConvertible {
    /// The language.
    public let language: LanguageID
    /// The tool.
    public let tool: String
    /// The Debian packages that bring it.
    public let packages: [String]
    /// A program that was found but cannot be used, and why; nil when there was none.
    public let unusable: String?

    /// What is missing and how to get it, in one line.
    public var description: String {
        let mend = packages.isEmpty ? "install it" : "run `apt-get install \(packages.joined(separator: " "))`"
        let cause = unusable ?? "is not installed"
        return "\(language): \(tool) \(cause); \(mend)"
    }
}
