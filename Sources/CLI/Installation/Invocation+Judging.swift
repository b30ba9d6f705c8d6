internal import Core
internal import Grading
internal import Languages
internal import Linux
internal import Problems
internal import Roots
internal import Sandboxing

/// What a command needs to judge with, each made when it is first asked for.
extension Invocation {
    /// The languages that this installation knows.
    ///
    /// - Throws: `Complaint` or `ProfileError`.
    func catalog() throws -> LanguageCatalog {
        try LanguageCatalog(directory: installation.sandboxes() + "/languages")
    }

    /// The languages that can matter to one submission.
    ///
    /// - Throws: `Complaint` or `ProfileError`.
    func catalog(
        for files: [Submission.SourceFile],
        asked: String?,
        needing ids: [LanguageID]
    ) throws -> LanguageCatalog {
        let directory = try installation.sandboxes() + "/languages"
        return try LanguageCatalog(directory: directory, files: files, asked: asked, ids: ids)
    }

    /// Finds toolchains on this host; none that would show a box our state, or problems: where they are looked up, and
    /// `problem`, as it was asked for.
    ///
    /// - Throws: `Complaint` when there is no `Sandboxes`.
    func locator(problem: String? = nil) throws -> ToolchainLocator {
        try locator(problems: problem.map { [$0] } ?? [])
    }

    /// The same for several problems.
    ///
    /// - Throws: `Complaint` when there is no `Sandboxes`.
    func locator(problems: [String]) throws -> ToolchainLocator {
        ToolchainLocator(
            searchPath: environment["PATH", default: ""].split(separator: ":").map(String.init),
            home: environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil },
            etc: try installation.sandboxes() + "/etc",
            hidden: try [installation.state()] + problemDirectories(and: problems),
            roots: try RootStore(directory: installation.roots()),
            prepared: try preparedStore()
        )
    }

    /// What was prepared for languages, which is used unless `ASSAY_PREPARED=none`.
    ///
    /// - Throws: `Complaint` when nothing says where to keep state.
    func preparedStore() throws(Complaint) -> PreparedStore? {
        environment["ASSAY_PREPARED"] == "none"
            ? nil : PreparedStore(state: try installation.state(), patience: .seconds(1))
    }

    /// The absolute paths of the directories in which problems are looked up, and of `problems`, which may be mere names.
    private func problemDirectories(and problems: [String]) -> [String] {
        let paths = searchPath + problems
        let current = HostDirectory.resolve(".") ?? "/"
        return paths.map { $0.hasPrefix("/") ? $0 : "\(current)/\($0)" }
    }

    /// Where problems are looked up by their names.
    private var searchPath: [String] {
        ProblemPath.searchPath(environment: environment, shareDirectory: installation.share + "/Problems")
    }

    /// The directories of the packages that `names` stand for: packages, names of packages, and directories of packages.
    ///
    /// - Throws: `PackageError` or `Complaint` for one that stands for none.
    func packages(_ names: [String]) throws -> [String] {
        var packages: [String] = []
        for name in names {
            let isDirectory = HostDirectory.kind(of: name) == .directory
            if isDirectory, !ProblemLoader.isPackage(name) {
                let found = try self.packages(in: name)
                guard !found.isEmpty else {
                    throw Complaint.badInput(
                        "\(name): there is no problem package in this directory; give one, or its name"
                    )
                }
                packages += found
            } else {
                packages.append(try package(name))
            }
        }
        var seen: Set<String> = []
        return packages.filter { seen.insert(HostDirectory.resolve($0) ?? $0).inserted }
    }

    private func packages(in directory: String) throws -> [String] {
        let entries: [HostDirectory.Entry]
        do {
            entries = try HostDirectory.entries(of: directory)
        } catch {
            throw Complaint.badInput("\(directory): the directory cannot be read (\(error)); check its permissions")
        }
        let base = directory.hasSuffix("/") ? String(directory.dropLast()) : directory
        return try entries.compactMap { entry in
            let path = "\(base)/\(entry.name)"
            if entry.name.hasPrefix(".") { return nil }
            if entry.kind == .directory { return ProblemLoader.isPackage(path) ? path : nil }
            return entry.kind == .file && PackageStore.isPackage(fileName: path) ? try store.unpacked(path) : nil
        }
    }

    /// Finds a package by its name or path, as `problem` does.
    ///
    /// - Throws: `PackageError` when there is none.
    func package(_ name: String) throws(PackageError) -> String {
        try ProblemPath.find(name, in: searchPath, store: store)
    }

    /// The problem that was written as `name`, with a note on what was ignored in it.
    ///
    /// - Throws: `PackageError`, or `Complaint` when a note cannot be written.
    func problem(_ name: String) throws -> Problem {
        var problem = try ProblemLoader(store: store).load(package(name))
        // Its hash reads all test data; where a limit is stated nobody wants to know of another.
        if problem.timeLimit == nil, !arguments.has("time") {
            let limits = InferredTimeLimits(state: try installation.state())
            if !limits.isEmpty { problem.inferredTimeLimit = limits.limit(of: try problem.packageHash()) }
        }
        for note in problem.notes { try console.note(note) }
        return problem
    }

    /// Starts a sandbox for `body`, and stops it whatever comes of that.
    ///
    /// - Throws: `Complaint` or `ExecutorFailure` when there can be no sandbox, and what `body` throws.
    func withSandbox<Result>(
        slots: Int,
        pinned: Bool = false,
        landlock: Int? = nil,
        _ body: (Sandbox) async throws -> Result
    ) async throws -> Result {
        var configuration = try Sandbox.Configuration(
            slots: slots,
            jailer: installation.jailer(),
            sandboxes: installation.sandboxes(),
            state: installation.state(),
            ids: hostIDs,
            pinsSlots: pinned
        )
        configuration.landlock = landlock
        let sandbox = try Sandbox(configuration)
        defer { Self.stop(sandbox) }
        return try await body(sandbox)
    }

    /// Which ids of the host boxes may have, where the environment says so.
    var hostIDs: String? { environment["ASSAY_IDS"].flatMap { $0.isEmpty ? nil : $0 } }

    /// Stopping blocks for the moment that the jailers take to end, and there is nothing left to do beside it.
    private static func stop(_ sandbox: Sandbox) { sandbox.stop() }
}
