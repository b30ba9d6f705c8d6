import Core
import Linux

/// Builds a root from its blueprint with debootstrap and apt.
public struct RootBuilder: Sendable {
    /// What may be asked for beside the blueprint.
    public struct Wishes: Hashable, Sendable {
        /// The groups; nil for all.
        public var groups: [String]?
        /// Packages beside them.
        public var packages: [String]
        /// The mirror; nil for the one that the host's apt uses.
        public var mirror: String?
        /// The mirror of the updates for security; nil for the one that the host's apt uses.
        public var security: String?

        /// Nothing in particular.
        public init(
            groups: [String]? = nil,
            packages: [String] = [],
            mirror: String? = nil,
            security: String? = nil
        ) {
            self.groups = groups
            self.packages = packages
            self.mirror = mirror
            self.security = security
        }
    }

    private let store: RootStore
    private let environment: [String: String]
    private let debootstrap: String

    /// A builder that puts what it builds into `store`.
    ///
    /// - Parameters:
    ///   - store: Where to.
    ///   - environment: The variables of the environment, of which those about proxies count.
    public init(store: RootStore, environment: [String: String]) {
        self.init(store: store, environment: environment, debootstrap: "/usr/sbin/debootstrap")
    }

    /// A builder with another debootstrap, for tests.
    package init(store: RootStore, environment: [String: String], debootstrap: String) {
        self.store = store
        self.environment = environment
        self.debootstrap = debootstrap
    }

    /// Builds `blueprint` as a new version, which is the current one from then on.
    ///
    /// It takes minutes. Whatever goes wrong, nothing half-done stays but the log, `<name>.log` in the store's directory.
    ///
    /// - Parameters:
    ///   - blueprint: What to build.
    ///   - wishes: What was asked for beside it.
    ///   - stop: A descriptor; as soon as it can be read, or its other end is closed, the building is called off.
    ///   - report: Is told how far it is, often.
    /// - Returns: What came of it.
    /// - Throws: `RootError`.
    @available(*, noasync, message: "this blocks the thread")
    public func build(
        _ blueprint: Blueprint,
        _ wishes: Wishes,
        stop: CInt,
        report: (BuildProgress) -> Void
    ) throws(RootError) -> Manifest {
        let selection = try blueprint.selection(groups: wishes.groups, packages: wishes.packages)
        try checkHost(blueprint)
        let mirrors = try Mirrors(
            archive: wishes.mirror,
            security: wishes.security,
            sources: AptSources.ofHost()
        )
        let change = try StoreChange.begin(store)
        try checkRoom(blueprint.space(of: selection))
        let draft = try change.draft()
        do {
            let settings = AptSettings.ofHost()
            let plan = BuildPlan(
                blueprint: blueprint,
                selection: selection,
                mirrors: mirrors,
                settings: settings,
                proxies: settings.proxyVariables(environment: environment),
                debootstrap: debootstrap,
                tree: draft + "/" + Manifest.filesName
            )
            let manifest = try make(plan, in: draft, stop: stop, report: report)
            try change.commit(draft, manifest)
            return manifest
        } catch {
            // What cannot be removed now is by whoever comes next.
            try? HostWriting.removeTree(draft)
            throw error
        }
    }

    private func checkHost(_ blueprint: Blueprint) throws(RootError) {
        guard Identity.user == 0 else {
            throw .badInput(
                "building a root needs root, as packages set themselves up; run it with sudo, or build it on another "
                    + "host and bring it here with assay roots export and assay roots import"
            )
        }
        guard HostDirectory.kind(of: debootstrap) == .file else {
            throw .badInput("there is no debootstrap here; run apt-get install debootstrap")
        }
        guard HostDirectory.kind(of: blueprint.keyring) == .file else {
            throw .badInput(
                "\(blueprint.keyring), by which packages are verified, is not here; run apt-get install "
                    + blueprint.keyringPackage
            )
        }
    }

    private func checkRoom(_ space: ByteCount) throws(RootError) {
        let free = try RootError.doing("look at", store.directory) { () throws(Errno) in
            try HostWriting.freeSpace(at: store.directory)
        }
        // While they are installed packages are there as archives, too, about a third of their size.
        let needed = space.bytes / 3 * 4
        guard free >= needed else {
            throw .badInput(
                "\(store.directory) has \(free >> 20) MiB left, and building takes about \(needed >> 20) MiB; make room, "
                    + "choose fewer groups, or set ASSAY_ROOTS to another place"
            )
        }
    }
}

// MARK: - Step by step

extension RootBuilder {
    @available(*, noasync, message: "this blocks the thread")
    private func make(
        _ plan: BuildPlan,
        in draft: String,
        stop: CInt,
        report: (BuildProgress) -> Void
    ) throws(RootError) -> Manifest {
        let blueprint = plan.blueprint
        let log = try BuildLog(path: "\(store.directory)/\(blueprint.name).log")
        func run(_ stage: BuildPlan.Stage) throws(RootError) {
            try Self.run(stage, log: log, stop: stop, report: report)
        }
        try run(plan.unpacking)
        try Self.makePlaceForProc(in: plan.tree)
        try Self.write(plan.rules, into: plan.tree)
        try run(plan.configuring)
        var certificates: String?
        if plan.mirrors.needsCertificates {
            let file = "/etc/ssl/certs/ca-certificates.crt"
            certificates = String(decoding: (try? HostFile.read(file)) ?? [], as: UTF8.self)
        }
        try Self.write(plan.aptFiles(certificates: certificates), into: plan.tree)
        for stage in plan.installing { try run(stage) }

        report(BuildProgress(stage: "cleaning up", detail: ""))
        let status = plan.tree + "/var/lib/dpkg/status"
        let text = try RootError.doing("read", status) { () throws(Errno) in
            try HostFile.read(status, limit: .mebibytes(64))
        }
        let packages = InstalledPackage.all(inStatus: String(decoding: text, as: UTF8.self))
        let space = try RootError.doing("clean up", plan.tree) { () throws(Errno) in try Finishing.clean(plan.tree) }
        var manifest = Manifest(
            name: blueprint.name,
            title: blueprint.title,
            release: blueprint.release,
            version: "",
            architecture: Processes.architecture,
            built: Clock.utc,
            mirror: plan.mirrors.archive,
            groups: plan.selection.groups.map(\.name),
            packages: packages.count,
            space: space
        )
        manifest.decideVersion(packages: packages, blueprint: blueprint.digest)
        try RootError.doing("write", draft) { () throws(Errno) in
            let list = packages.map { $0.line + "\n" }.joined()
            try HostWriting.makeFile(draft + "/" + Manifest.packagesName, mode: 0o644).write(Array(list.utf8))
            try HostWriting.makeFile(draft + "/" + Manifest.fileName, mode: 0o644).write(Array(manifest.text.utf8))
        }
        return manifest
    }

    @available(*, noasync, message: "this blocks the thread")
    private static func run(
        _ stage: BuildPlan.Stage,
        log: borrowing BuildLog,
        stop: CInt,
        report: (BuildProgress) -> Void
    ) throws(RootError) {
        report(BuildProgress(stage: stage.title, detail: ""))
        var listener = BuildListener()
        log.begin(stage.title, stage.call.arguments)
        let end: ChildProcess.End?
        do {
            end = try HostTool.run(stage.call, stop: stop) { bytes in
                log.add(bytes)
                if let detail = listener.take(bytes) { report(BuildProgress(stage: stage.title, detail: detail)) }
            }
        } catch {
            throw .failure("could not run \(stage.call.program) (\(stage.title)): \(error)")
        }
        guard let end else { throw .cancelled }
        guard end == .exited(0) else {
            throw .failure("\(stage.title) failed: \(listener.reason); all that was said is in \(log.path)")
        }
    }

    /// Where debootstrap believes to be in a container, it leaves a link there.
    private static func makePlaceForProc(in tree: String) throws(RootError) {
        let place = tree + "/proc"
        try RootError.doing("make", place) { () throws(Errno) in
            if HostDirectory.target(ofLink: place) != nil { try HostWriting.removeFile(place) }
            if HostDirectory.kind(of: place) == nil { try HostWriting.makeDirectory(place, mode: 0o555) }
        }
    }

    private static func write(_ files: [BuildPlan.File], into tree: String) throws(RootError) {
        for file in files {
            let path = tree + file.path
            try RootError.doing("write", path) { () throws(Errno) in
                // Whatever is there is not written through: a link could lead anywhere.
                try HostWriting.removeFile(path)
                if let slash = path.lastIndex(of: "/") { try HostDirectory.make(String(path[..<slash]), mode: 0o755) }
                try HostWriting.makeFile(path, mode: file.isExecutable ? 0o755 : 0o644).write(Array(file.text.utf8))
            }
        }
    }
}

/// All that the programs said, in one file.
///
/// A log that cannot be written is no reason to fail.
struct BuildLog: ~Copyable {
    let path: String
    private let file: Descriptor

    init(path: String) throws(RootError) {
        self.path = path
        file = try RootError.doing("write", path) { () throws(Errno) in
            try HostWriting.removeFile(path)
            return try HostWriting.makeFile(path, mode: 0o644)
        }
    }

    func begin(_ title: String, _ arguments: [String]) {
        try? file.write(Array("\n== \(title): \(arguments.joined(separator: " "))\n".utf8))
    }

    func add(_ bytes: [UInt8]) { try? file.write(bytes) }
}
