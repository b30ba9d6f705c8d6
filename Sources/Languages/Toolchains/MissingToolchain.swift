public import Core
import Roots

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
    /// The prepared root in which it should be; nil when that is the host.
    public var root: MissingRoot?
    /// A program that was found but cannot be used, and why; nil when there was none.
    public let unusable: String?

    /// A prepared root that lacks a tool.
    public struct MissingRoot: Hashable, Sendable {
        /// The root.
        public let name: String
        /// Its version; nil when there is none on this host.
        public let version: String?
    }

    /// What is missing and how to get it, in one line.
    public var description: String {
        let mend =
            installCommands.isEmpty
            ? "install it" : "run " + installCommands.map { "`\($0)`" }.joined(separator: " and ")
        if let root, root.version == nil {
            return "\(language): " + (unusable ?? "the root \(root.name) is not built here; \(mend)")
        }
        let place = root.flatMap { root in root.version.map { "is not in the root \(root.name)@\($0)" } }
        let cause = unusable ?? place ?? "is not installed"
        return "\(language): \(tool) \(cause); \(mend)"
    }

    /// The commands that install what brings it, Debian's packages first.
    public var installCommands: [String] {
        if let root {
            let more = root.version == nil || packages.isEmpty ? "" : " --packages " + packages.joined(separator: ",")
            return ["assay roots build \(root.name)\(more)"]
        }
        let debian = packages.isEmpty ? [] : ["apt-get install \(packages.joined(separator: " "))"]
        return debian + pypi.map { "pip install --target \(InstallationPlaces.pypi)/\($0) \($0)" }
    }
}

extension PreparedRoot {
    /// What a message calls it when a tool is not there.
    var missing: MissingToolchain.MissingRoot { MissingToolchain.MissingRoot(name: name, version: version) }
}
