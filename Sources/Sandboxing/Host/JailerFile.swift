internal import Core
internal import Glibc
internal import Linux

/// The jailer's executable, opened once by its path and started by descriptor ever after.
final class JailerFile: Sendable {
    private let descriptor: Descriptor

    /// What is asked of the file.
    static let ownership = "it must be root's or ours, and not writable by others"

    /// Opens the executable at `path`.
    ///
    /// - Throws: `ExecutorFailure` when it is missing, or somebody but root and us could have written it.
    init(path: String) throws(ExecutorFailure) {
        do throws(Errno) {
            let descriptor = try Descriptor.open(path)
            let status = try descriptor.status()
            let isOurs = status.st_uid == 0 || Int(status.st_uid) == Identity.user
            guard isOurs, status.st_mode & 0o002 == 0 else { throw .notPermitted }
            self.descriptor = descriptor
        } catch {
            let mend =
                error == .missing
                ? "; build it with: make build" : "; \(Self.ownership)"
            throw ExecutorFailure(operation: "open the jailer", subject: path, cause: "\(error)\(mend)")
        }
    }

    /// The open file.
    var number: CInt { descriptor.number }
}
