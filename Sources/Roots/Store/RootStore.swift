import Linux

/// The roots that are ready on this host, in one directory.
///
///     trixie/2025.08.09-1a2b3c4d/   a version: manifest.yaml, packages.txt, lock, and fs, its files
///     trixie/current                a link to the version that is used from now on
///     .draft-…                      what is being built or imported, or was when it was cut short
///     lock                          held by whoever changes anything here
public struct RootStore: Hashable, Sendable {
    /// The directory; it need not exist.
    public let directory: String

    static let draftPrefix = ".draft-"

    /// The roots in `directory`, an absolute path.
    public init(directory: String) { self.directory = directory }

    /// A version that is here.
    public struct Version: Hashable, Sendable {
        /// What is known of it.
        public var manifest: Manifest
        /// Whether it is the one that is used from now on.
        public var isCurrent: Bool
        /// Whether somebody has it in use at this moment.
        public var isInUse: Bool
        /// Its directory.
        public var directory: String
    }

    /// The current version of the root `name`, to be used; nil when there is none.
    ///
    /// - Throws: `RootError` when it is there and cannot be used.
    public func open(_ name: String) throws(RootError) -> PreparedRoot? {
        // Another version may become the current one, and the old one be removed, between two of our steps.
        var failure = Errno.missing
        for _ in 0..<4 {
            guard let version = currentVersion(of: name) else { return nil }
            do {
                return try PreparedRoot(name: name, version: version, directory: place(name, version))
            } catch {
                failure = error
            }
        }
        throw .failure(
            "the root \(name) in \(directory) cannot be used: \(failure); run assay roots build \(name) to make it anew"
        )
    }

    /// The version that the root `name` is used in from now on; nil when there is none.
    public func currentVersion(of name: String) -> String? {
        guard RootName.isOne(name) else { return nil }
        let target = HostDirectory.target(ofLink: "\(directory)/\(name)/current")
        return target.flatMap { RootName.isVersion($0) ? $0 : nil }
    }

    /// Every version that is here, by name and age, the newest first.
    ///
    /// - Throws: `RootError` for one that cannot be read.
    public func versions() throws(RootError) -> [Version] {
        var result: [Version] = []
        for name in HostDirectory.subdirectories(of: directory).filter(RootName.isOne).sorted() {
            result += try versions(of: name)
        }
        return result
    }

    /// The versions of the root `name`, the newest first.
    ///
    /// - Throws: `RootError` for one that cannot be read.
    public func versions(of name: String) throws(RootError) -> [Version] {
        let current = currentVersion(of: name)
        var result: [Version] = []
        for version in HostDirectory.subdirectories(of: "\(directory)/\(name)") where RootName.isVersion(version) {
            let place = place(name, version)
            result.append(
                Version(
                    manifest: try Manifest(directory: place),
                    isCurrent: version == current,
                    isInUse: Self.isInUse(place),
                    directory: place
                )
            )
        }
        return result.sorted { ($0.manifest.built, $0.manifest.version) > ($1.manifest.built, $1.manifest.version) }
    }

    /// The one version that `reference` means, as in `trixie` (the current one) or `trixie@2025.08` (if that is enough).
    ///
    /// - Throws: `RootError` when it is none, or several.
    public func version(_ reference: String) throws(RootError) -> Version {
        let parts = reference.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let all = RootName.isOne(parts[0]) ? try versions(of: parts[0]) : []
        guard !all.isEmpty else {
            let names = Set(try versions().map(\.manifest.name)).sorted()
            let known = names.isEmpty ? "there is none in \(directory)" : "there are " + names.joined(separator: ", ")
            throw .badInput("there is no root \(parts[0]) here; \(known)")
        }
        let found = all.filter { parts.count == 1 ? $0.isCurrent : $0.manifest.version.hasPrefix(parts[1]) }
        guard found.count == 1 else {
            let known = all.map { "\(parts[0])@\($0.manifest.version)" }.joined(separator: ", ")
            throw .badInput("\(reference) is \(found.isEmpty ? "no version" : "several versions"); there are \(known)")
        }
        return found[0]
    }

    func place(_ name: String, _ version: String) -> String { "\(directory)/\(name)/\(version)" }

    private static func isInUse(_ place: String) -> Bool {
        do {
            // Whoever may not open it to write cannot ask; then sharing it says nothing, either.
            let lock = try FileLock(path: place + "/" + Manifest.lockName)
            _ = lock.file.number
            return false
        } catch {
            return error == .again
        }
    }
}
