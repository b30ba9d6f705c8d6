/// Finds the tools of a profile on this host.
public struct ToolchainLocator: Sendable {
    private let searchPath: [String]
    private let home: String?

    /// A locator that looks in `/usr/bin` and `/bin`, then in the directories of `searchPath`.
    ///
    /// - Parameters:
    ///   - searchPath: The directories of `PATH`.
    ///   - home: What `~` stands for; nil when there is no home directory.
    ///   - etc: The directory of the minimal `/etc` that boxes see, `Sandboxes/etc`.
    public init(searchPath: [String], home: String?, etc: String) {
        self.searchPath = searchPath
        self.home = home
    }

    /// The toolchain of `profile`.
    ///
    /// - Throws: `MissingToolchain` naming the first tool that is not there.
    public func locate(_ profile: LanguageProfile) throws(MissingToolchain) -> Toolchain {
        throw MissingToolchain(language: profile.id, tool: "", packages: profile.packages)
    }
}
