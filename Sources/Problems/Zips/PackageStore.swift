internal import Archives
internal import Core
internal import Digest
internal import Linux
internal import Synchronization

/// Packages in zip files, unpacked once and kept by their content for as long as somebody judges with them.
///
/// What a process has asked for stays until it ends. What nobody has used for a week goes when something new comes, and
/// so does what was used longest ago where there is much.
public final class PackageStore: Sendable {
    private struct State {
        /// The unpacked packages that this process uses, by zip file and how it looked.
        var leases: [String: PackageLease] = [:]
    }

    private let directory: String?
    private let state = Mutex(State())

    /// The endings of packages in one file.
    public static let endings = [".zip", ".kpp"]

    /// The store in `directory`, which need not exist; nil where nothing says where state is kept.
    public init(directory: String?) { self.directory = directory }

    /// Whether a file of that name is taken for a package.
    public static func isPackage(fileName: String) -> Bool {
        endings.contains { fileName.utf8.count > $0.utf8.count && fileName.lowercased().hasSuffix($0) }
    }

    /// The directory of the package in the zip file `zip`, unpacked if it was not yet.
    ///
    /// - Throws: `PackageError` when it cannot be unpacked, or there is no package in it.
    public func unpacked(_ zip: String) throws(PackageError) -> String {
        let lease = try lease(zip, shownAs: Excerpt.text(Array(zip.utf8)))
        return try PackageStore.package(in: lease.files, of: lease.shown)
    }

    /// What an unpacked directory is called in messages: the zip file, and where in it that is; nil for others.
    func shown(_ directory: String) -> String? {
        state.withLock { state in
            for lease in state.leases.values {
                if directory == lease.files { return lease.shown }
                if directory.hasPrefix(lease.files + "/") {
                    return lease.shown + directory.dropFirst(lease.files.count)
                }
            }
            return nil
        }
    }

    /// Everything in the zip file `zip`, called `shown` in messages.
    func lease(_ zip: String, shownAs shown: String) throws(PackageError) -> PackageLease {
        guard let directory else {
            throw PackageError(
                file: shown,
                message: "there is no place to unpack it in",
                mend: "set ASSAY_STATE to a directory"
            )
        }
        let key = "\(zip)\u{0}\(HostDirectory.fingerprint(of: zip) ?? "")"
        if let known = state.withLock({ $0.leases[key] }) { return known }
        let made = try PackageUnpacking(store: directory, zip: zip, shown: shown).lease()
        state.withLock { $0.leases[key] = made }
        return made
    }

    /// Where in `files` the package is: there, or in the one directory that is there.
    private static func package(in files: String, of shown: String) throws(PackageError) -> String {
        if ProblemLoader.isPackage(files) { return files }
        let entries = ((try? HostDirectory.entries(of: files)) ?? []).filter {
            !$0.name.hasPrefix(".") && $0.name != "__MACOSX"
        }
        if entries.count == 1, let only = entries.first, only.kind == .directory,
            HostDirectory.target(ofLink: "\(files)/\(only.name)") == nil,
            ProblemLoader.isPackage("\(files)/\(only.name)")
        {
            return "\(files)/\(only.name)"
        }
        throw PackageError(
            file: shown,
            message: "there is no problem package in this zip file: it has no problem.yaml",
            mend: "pack the package's directory, or what is in it"
        )
    }
}

/// An unpacked package that stays while this is there.
final class PackageLease: Sendable {
    /// Where its files are.
    let files: String
    /// What it is called in messages.
    let shown: String
    private let lock: FileLock

    init(files: String, shown: String, lock: consuming FileLock) {
        self.files = files
        self.shown = shown
        self.lock = lock
    }
}
