internal import Core
internal import Languages
internal import Linux
internal import Roots

/// What `assay roots` does, each a method.
struct RootsWork: Sendable {
    let invocation: Invocation
    let store: RootStore
    /// The directory of blueprints.
    let blueprints: String

    /// Shows every root that is here or could be built.
    func show() throws -> ExitCode {
        let versions = try store.versions()
        let languages = try languages()
        var rows = versions.map { version in
            RootTable.Row(
                version,
                languages: version.isCurrent ? languages[version.manifest.name, default: []] : []
            )
        }
        for name in Blueprint.names(in: blueprints) where !versions.contains(where: { $0.manifest.name == name }) {
            rows.append(RootTable.Row(unbuilt: try Blueprint(name, in: blueprints)))
        }
        rows.sort { $0.name < $1.name }
        try write(RootTable(rows: rows)) { RootTable(rows: rows).lines(style: $0) }
        return .good
    }

    /// The ids of the languages whose tools the current version of each root has.
    private func languages() throws -> [String: [String]] {
        let locator = try invocation.locator()
        var result: [String: [String]] = [:]
        for profile in try invocation.catalog().profiles {
            guard let root = profile.root, (try? locator.locate(profile)) != nil else { continue }
            result[root, default: []].append(profile.id.rawValue)
        }
        return result
    }

    /// Builds a root.
    func build(_ name: String) async throws -> ExitCode {
        let arguments = invocation.arguments
        let blueprint = try Blueprint(name, in: blueprints)
        let wishes = RootBuilder.Wishes(
            groups: try names("group"),
            packages: try names("packages") ?? [],
            mirror: arguments.options["mirror"],
            security: arguments.options["security"]
        )
        let builder = RootBuilder(store: store, environment: invocation.environment)
        let progress = RootProgress(name: name, channel: invocation.console.error)
        let manifest: Manifest
        do {
            manifest = try await BlockingWork.run { stop in
                try builder.build(blueprint, wishes, stop: stop) { progress.show($0) }
            }
        } catch {
            progress.clear()
            throw error
        }
        progress.clear()
        return try tell(manifest, "built")
    }

    /// Packs a root into a file.
    func export(_ reference: String, to file: String) async throws -> ExitCode {
        let store = store
        let version = try store.version(reference)
        let status = StatusLine(on: invocation.console.error)
        try status.show("packing \(version.manifest.name)@\(version.manifest.version)")
        defer { try? status.clear() }
        let digest = try await BlockingWork.run { stop in try store.export(version, to: file, stop: stop) }
        try status.clear()
        let name = "\(version.manifest.name)@\(version.manifest.version)"
        let export = RootExport(root: name, file: file, digest: digest)
        try write(export) { _ in ["\(name) is in \(file); its SHA-256 is in \(file).sha256:", digest] }
        return .good
    }

    /// Unpacks a file.
    func importArchive(_ file: String) async throws -> ExitCode {
        let store = store
        let digest = invocation.arguments.options["digest"]
        let status = StatusLine(on: invocation.console.error)
        try status.show("verifying and unpacking \(file)")
        defer { try? status.clear() }
        let manifest = try await BlockingWork.run { stop in
            try store.importArchive(file, digest: digest, stop: stop)
        }
        try status.clear()
        return try tell(manifest, "imported")
    }

    /// Removes one version, all of a root, or all but the current one.
    func remove(_ reference: String) async throws -> ExitCode {
        let store = store
        let isOld = invocation.arguments.has("old")
        guard !isOld || !reference.contains("@") else {
            throw Complaint.badInput("--old means all versions but the current one; leave out the version, or --old")
        }
        // A wrong name is told before anything is done.
        var versions = [try store.version(reference)]
        if !reference.contains("@") {
            versions = try store.versions(of: reference).filter { !isOld || !$0.isCurrent }
        }
        let wanted = versions
        try await BlockingWork.run { _ in
            // The current one last: none becomes it only to be removed, too.
            for version in wanted.reversed() { try store.remove(version) }
        }
        let names = wanted.map { "\($0.manifest.name)@\($0.manifest.version)" }
        try write(["removed": names]) { _ in names.isEmpty ? ["nothing to remove"] : names.map { "removed \($0)" } }
        return .good
    }
}

// MARK: - Words

extension RootsWork {
    /// The names in the value of an option, separated by commas; nil where it was not given.
    private func names(_ option: String) throws(Complaint) -> [String]? {
        guard let value = invocation.arguments.options[option] else { return nil }
        let names = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard !names.contains("") else {
            throw .badInput("--\(option) \(value): a name is empty; separate names with single commas")
        }
        return names
    }

    private func tell(_ manifest: Manifest, _ verb: String) throws -> ExitCode {
        let version = try store.version("\(manifest.name)@\(manifest.version)")
        let row = RootTable.Row(version, languages: try languages()[manifest.name, default: []])
        let time = Figures.duration(invocation.start.duration(to: .now))
        try write(row) { _ in
            [
                "\(verb) \(manifest.name)@\(manifest.version): \(manifest.title), \(manifest.packages) packages, "
                    + "\(Figures.mebibytes(manifest.space.bytes)), in \(time)",
                "it is in \(version.directory); \(Figures.count(row.languages.count, "language")) "
                    + "use it (assay languages)",
            ]
        }
        return .good
    }

    private func write(_ value: some Encodable, lines: (TextStyle) -> [String]) throws {
        let output = invocation.console.output
        if invocation.arguments.has("json") {
            try output.write(JSONLine.bytes(of: value))
        } else {
            try output.write(lines: lines(output.style))
        }
    }
}
