public import Core

/// A tool of a language is not on this host.
public struct MissingToolchain: Error, Hashable, CustomStringConvertible {
    /// The language.
    public let language: LanguageID
    /// The tool.
    public let tool: String
    /// The Debian packages that bring it.
    public let packages: [String]

    /// What is missing and how to get it, in one line.
    public var description: String {
        let mend = packages.isEmpty ? "install it" : "run `apt-get install \(packages.joined(separator: " "))`"
        return "\(language): \(tool) is not installed; \(mend)"
    }
}
