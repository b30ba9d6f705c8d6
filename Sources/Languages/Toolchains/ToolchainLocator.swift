import Core
import Digest
import Linux
public import Roots

/// Finds the tools of a profile on this host.
public struct ToolchainLocator: Sendable {
    private let searchPath: [String]
    private let home: String?
    private let hidden: PrivateDirectories
    private let etc: String
    private let standardPath: [String]
    private let roots: RootStore?
    private let prepared: PreparedStore?

    /// A locator that looks in `/usr/bin` and `/bin`, then in the directories of `searchPath`.
    ///
    /// - Parameters:
    ///   - searchPath: The directories of `PATH`.
    ///   - home: What `~` stands for; nil when there is no home directory.
    ///   - etc: The directory of the minimal `/etc` that boxes see, `Sandboxes/etc`.
    ///   - hidden: Absolute paths of directories that must not be seen in a box, besides the home directory: no
    ///     installation that is one of them, or holds one, is mounted. They need not exist.
    ///   - roots: The prepared roots; nil for none.
    ///   - prepared: What was prepared for profiles; nil for nothing.
    public init(
        searchPath: [String],
        home: String?,
        etc: String,
        hidden: [String] = [],
        roots: RootStore? = nil,
        prepared: PreparedStore? = nil
    ) {
        let standardPath = ["/usr/bin", "/bin"]
        self.init(
            searchPath: searchPath,
            home: home,
            etc: etc,
            hidden: hidden,
            standardPath: standardPath,
            roots: roots,
            prepared: prepared
        )
    }

    /// A locator with another system, for tests.
    package init(
        searchPath: [String],
        home: String?,
        etc: String,
        hidden: [String] = [],
        standardPath: [String],
        roots: RootStore? = nil,
        prepared: PreparedStore? = nil
    ) {
        self.searchPath = searchPath.filter { $0.hasPrefix("/") }
        self.home = home
        self.hidden = PrivateDirectories(home: home, others: hidden)
        // Binds need absolute paths, wherever the command was started.
        self.etc = HostDirectory.resolve(etc) ?? etc
        self.standardPath = standardPath
        self.roots = roots
        self.prepared = prepared
    }

    /// The toolchain of `profile`.
    ///
    /// - Throws: `MissingToolchain` naming the first tool that is not there.
    public func locate(_ profile: LanguageProfile) throws(MissingToolchain) -> Toolchain {
        let prepared = try preparedRoot(of: profile)
        let tree = prepared?.files ?? .host
        var locations: [String: ToolLocation] = [:]
        for tool in profile.tools {
            locations[tool.name] = try location(of: tool, profile: profile, in: prepared)
        }
        var parts: [String] = []
        for place in profile.requires {
            let matches = InstallationPlaces.matches(place, home: home, in: tree)
            if matches.isEmpty { throw missing(FileName(place).last, of: profile, root: prepared.map(\.missing)) }
            parts += matches
        }
        var paths: [String: String] = [:]
        for (name, candidates) in profile.paths {
            let places = candidates.flatMap { InstallationPlaces.matches($0, home: home, in: tree) }
            parts += places
            paths[name] = places.joined(separator: ":")
        }
        let composer = RootComposer(etc: etc, tree: tree, home: home, locations: locations, hidden: hidden)
        let runRoot = composer.root(of: profile.run)
        let toolchain = Toolchain(
            profile: profile,
            tools: locations.mapValues(\.path),
            fingerprint: fingerprint(of: profile, locations, parts, in: prepared),
            compileRoot: profile.compile.map(composer.root) ?? runRoot,
            runRoot: runRoot,
            paths: paths,
            preparedRoot: prepared
        )
        return profile.prepare.isEmpty ? toolchain : withPrepared(toolchain, locations)
    }

    /// The toolchain with what was prepared for it, as far as that can be used.
    private func withPrepared(_ plain: Toolchain, _ locations: [String: ToolLocation]) -> Toolchain {
        var toolchain = plain
        let profile = plain.profile
        let tree = plain.preparedRoot?.files ?? .host
        var digest = SHA256()
        update(&digest, locations, in: plain.preparedRoot)
        let tools = digest.finish()
        toolchain.prepared = prepared
        toolchain.preparations = profile.prepare.map { preparation in
            let watched = preparation.watches.flatMap { watch in
                let tree = watch.isOwn ? .host : tree
                return InstallationPlaces.matches(watch.host, home: home, in: tree).map { path in
                    (path: path, fingerprint: tree.fingerprint(of: path) ?? "")
                }
            }
            let key = plain.key(of: preparation, tools: tools, watched: watched)
            let condition: PreparationState.Condition =
                switch prepared?.condition(of: key) {
                case .ready(let entry): .ready(entry)
                case .damaged(let reason): .damaged(reason)
                case .missing:
                    prepared?.hasOther(for: profile.purpose(of: preparation), than: key) == true ? .stale : .missing
                case nil: .missing
                }
            return PreparationState(preparation: preparation, key: key, condition: condition)
        }
        toolchain.runRoot = plain.runRoot.adding(toolchain.preparations, for: profile.run)
        if let compile = profile.compile {
            toolchain.compileRoot = plain.compileRoot.adding(toolchain.preparations, for: compile)
        }
        return toolchain
    }

    /// The root that the profile names; nil when it names none.
    private func preparedRoot(of profile: LanguageProfile) throws(MissingToolchain) -> PreparedRoot? {
        guard let name = profile.root else { return nil }
        var unusable: String?
        do throws(RootError) {
            if let root = try roots?.open(name) { return root }
        } catch {
            unusable = error.description
        }
        let tool = FileName(profile.tools.first?.candidates.first ?? name).last
        throw missing(
            tool,
            of: profile,
            root: MissingToolchain.MissingRoot(name: name, version: nil),
            unusable: unusable
        )
    }

    private func location(
        of tool: Tool,
        profile: LanguageProfile,
        in prepared: PreparedRoot?
    ) throws(MissingToolchain) -> ToolLocation {
        let tree = prepared?.files ?? .host
        let shims = prepared == nil ? ShimResolver(home: home) : nil
        var unusable: String?
        for path in tool.candidates.lazy.flatMap({ paths($0, in: tree) }) where tree.isExecutable(path) {
            guard let real = ToolLocation.followed(path, in: tree, shims: shims) else {
                unusable = unusable ?? "is only there as \(path), a version manager's shim with no version behind it"
                continue
            }
            do throws(ToolLocation.TooWide) {
                return try ToolLocation(path: real, depth: tool.depth, hidden: hidden)
            } catch {
                unusable = unusable ?? "is only there as \(real), \(error.reason)"
            }
        }
        throw missing(FileName(tool.candidates[0]).last, of: profile, root: prepared.map(\.missing), unusable: unusable)
    }

    private func missing(
        _ tool: String,
        of profile: LanguageProfile,
        root: MissingToolchain.MissingRoot?,
        unusable: String? = nil
    ) -> MissingToolchain {
        MissingToolchain(
            language: profile.id,
            tool: tool,
            packages: profile.packages,
            pypi: profile.pypi,
            root: root,
            unusable: unusable
        )
    }

    /// The paths that a candidate stands for, existing or not.
    private func paths(_ candidate: String, in tree: FileTree) -> [String] {
        // A prepared root is nobody's home, and the search path is the host's.
        let isHost = tree == .host
        if candidate.hasPrefix("~/") {
            return isHost ? home.map { PathPattern($0 + candidate.dropFirst()).matches } ?? [] : []
        }
        if candidate.hasPrefix(InstallationPlaces.prefix) {
            return InstallationPlaces.matches(candidate, home: home, in: tree)
        }
        if candidate.hasPrefix("/") {
            return candidate.contains("*") ? PathPattern(candidate).matches(in: tree) : [candidate]
        }
        return (standardPath + (isHost ? searchPath : [])).map { $0 + "/" + candidate }
    }

    private func fingerprint(
        of profile: LanguageProfile,
        _ locations: [String: ToolLocation],
        _ parts: [String],
        in prepared: PreparedRoot?
    ) -> String {
        var digest = SHA256()
        digest.update(field: profile.digest)
        // By what a program may do and sees of /etc its language may work or not.
        Self.update(&digest, own: etc)
        let policies = FileName(etc).directory + "policies"
        for name in FileTree.host.names(in: policies) where name.hasSuffix(".yaml") {
            Self.update(&digest, own: policies + "/" + name)
        }
        let steps = [profile.compile, profile.run].compactMap(\.self)
        for mount in Set(steps.flatMap(\.root.mounts)).sorted(by: { $0.host < $1.host }) where mount.isOwn {
            Self.update(&digest, own: mount.host)
        }
        update(&digest, locations, in: prepared)
        let tree = prepared?.files ?? .host
        for part in parts { Self.update(&digest, part: part, in: tree, depth: 2) }
        return digest.finish()
    }

    /// Adds what the profile needs besides its tools: a file, or a directory with what is in it, which packages replace
    /// file by file.
    private static func update(_ digest: inout SHA256, part path: String, in tree: FileTree, depth: Int) {
        digest.update(field: path)
        digest.update(field: tree.fingerprint(of: path) ?? "")
        guard depth > 0, tree.kind(of: path) == .directory else { return }
        for name in tree.names(in: path).sorted() {
            update(&digest, part: path + "/" + name, in: tree, depth: depth - 1)
        }
    }

    /// Adds what is beside the profile as it is: it is as much of the profile as the file itself.
    private static func update(_ digest: inout SHA256, own path: String) {
        digest.update(field: path)
        digest.update(field: FileTree.host.fingerprint(of: path) ?? "")
        guard FileTree.host.kind(of: path) == .directory else { return }
        for name in FileTree.host.names(in: path).sorted() { update(&digest, own: path + "/" + name) }
    }

    /// Adds the tools as they are.
    private func update(
        _ digest: inout SHA256,
        _ locations: [String: ToolLocation],
        in prepared: PreparedRoot?
    ) {
        let tree = prepared?.files ?? .host
        // A root is replaced as a whole, and what a tool starts is in it, too.
        digest.update(field: prepared?.reference ?? "")
        for (name, location) in locations.sorted(by: { $0.key < $1.key }) {
            digest.update(field: name)
            digest.update(field: location.path)
            digest.update(field: tree.fingerprint(of: location.path) ?? "")
        }
    }
}
