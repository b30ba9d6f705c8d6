public import Core

/// A tool of a language is not on this host.
public struct MissingToolchain: Error, Hashable, CustomStringConvertible {
    /// The language.
    public let language: LanguageID
    /// The tool.
    public let tool: String
    /// The Debian packages that bring it.
    public let packages: [String]
    /// The projects on PyPI that bring it.
    public let pypi: [String]
    /// A program that was found but cannot be used, and why; nil when there was none.
    public let unusable: String?

    /// What is missing and how to get it, in one line.
    public var description: String {
        let mend =
            installCommands.isEmpty ? "install it" : "run " + installCommands.map { "`\($0)`" }.joined(separator: " and ")
        let cause = unusable ?? "is not installed"
        return "\(language): \(tool) \(cause); \(mend)"
    }

    /// The commands that install what brings it, Debian's packages first.
    public var installCommands: [String] {
        let debian = packages.isEmpty ? [] : ["apt-get install \(packages.joined(separator: " "))"]
        return debian + pypi.map { "pip install --target \(InstallationPlaces.pypi)/\($0) \($0)" }
    }
}
