import Core
import Digest
import Linux

/// Finds the tools of a profile on this host.
public struct ToolchainLocator: Sendable {
    private let searchPath: [String]
    private let home: String?
    private let hidden: PrivateDirectories
    private let etc: String
    private let standardPath: [String]

    /// A locator that looks in `/usr/bin` and `/bin`, then in the directories of `searchPath`.
    ///
    /// - Parameters:
    ///   - searchPath: The directories of `PATH`.
    ///   - home: What `~` stands for; nil when there is no home directory.
    ///   - etc: The directory of the minimal `/etc` that boxes see, `Sandboxes/etc`.
    ///   - hidden: Absolute paths of directories that must not be seen in a box, besides the home directory: no
    ///     installation that is one of them, or holds one, is mounted. They need not exist.
    public init(searchPath: [String], home: String?, etc: String, hidden: [String] = []) {
        self.init(searchPath: searchPath, home: home, etc: etc, hidden: hidden, standardPath: ["/usr/bin", "/bin"])
    }

    /// A locator with another system, for tests.
    package init(searchPath: [String], home: String?, etc: String, hidden: [String] = [], standardPath: [String]) {
        self.searchPath = searchPath.filter { $0.hasPrefix("/") }
        self.home = home
        self.hidden = PrivateDirectories(home: home, others: hidden)
        // Binds need absolute paths, wherever the command was started.
        self.etc = HostDirectory.resolve(etc) ?? etc
        self.standardPath = standardPath
    }

    /// The toolchain of `profile`.
    ///
    /// - Throws: `MissingToolchain` naming the first tool that is not there.
    public func locate(_ profile: LanguageProfile) throws(MissingToolchain) -> Toolchain {
        var locations: [String: ToolLocation] = [:]
        for tool in profile.tools {
            locations[tool.name] = try location(of: tool, profile: profile)
        }
        for place in profile.requires where !exists(place) {
            throw missing(FileName(place).last, of: profile)
        }
        var paths: [String: String] = [:]
        for (name, candidates) in profile.paths {
            let places = candidates.flatMap { InstallationPlaces.paths($0, home: home) }
            paths[name] = places.flatMap { PathPattern($0).matches }.joined(separator: ":")
        }
        let composer = RootComposer(etc: etc, home: home, locations: locations, hidden: hidden)
        let runRoot = composer.root(of: profile.run)
        return Toolchain(
            profile: profile,
            tools: locations.mapValues(\.path),
            fingerprint: fingerprint(of: profile, locations),
            compileRoot: profile.compile.map(composer.root) ?? runRoot,
            runRoot: runRoot,
            paths: paths
        )
    }

    private func location(of tool: Tool, profile: LanguageProfile) throws(MissingToolchain) -> ToolLocation {
        let shims = ShimResolver(home: home)
        var unusable: String?
        for path in tool.candidates.lazy.flatMap(paths) where HostDirectory.isExecutable(path) {
            guard let real = ToolLocation.followed(path, shims: shims) else {
                unusable = unusable ?? "is only there as \(path), a version manager's shim with no version behind it"
                continue
            }
            do throws(ToolLocation.TooWide) {
                return try ToolLocation(path: real, depth: tool.depth, hidden: hidden)
            } catch {
                unusable = unusable ?? "is only there as \(real), \(error.reason)"
            }
        }
        throw missing(FileName(tool.candidates[0]).last, of: profile, unusable: unusable)
    }

    private func exists(_ place: String) -> Bool {
        InstallationPlaces.paths(place, home: home).contains { !PathPattern($0).matches.isEmpty }
    }

    private func missing(_ tool: String, of profile: LanguageProfile, unusable: String? = nil) -> MissingToolchain {
        MissingToolchain(
            language: profile.id,
            tool: tool,
            packages: profile.packages,
            pypi: profile.pypi,
            unusable: unusable
        )
    }

    /// The paths that a candidate stands for, existing or not.
    private func paths(_ candidate: String) -> [String] {
        if candidate.hasPrefix("~/") {
            return home.map { PathPattern($0 + candidate.dropFirst()).matches } ?? []
        }
        if candidate.hasPrefix(InstallationPlaces.prefix) {
            return InstallationPlaces.paths(candidate, home: home).flatMap { PathPattern($0).matches }
        }
        if candidate.hasPrefix("/") {
            return candidate.contains("*") ? PathPattern(candidate).matches : [candidate]
        }
        return (standardPath + searchPath).map { $0 + "/" + candidate }
    }

    private func fingerprint(of profile: LanguageProfile, _ locations: [String: ToolLocation]) -> String {
        var digest = SHA256()
        digest.update(field: profile.digest)
        for (name, location) in locations.sorted(by: { $0.key < $1.key }) {
            digest.update(field: name)
            digest.update(field: location.path)
            digest.update(field: HostDirectory.fingerprint(of: location.path) ?? "")
        }
        return digest.finish()
    }
}
