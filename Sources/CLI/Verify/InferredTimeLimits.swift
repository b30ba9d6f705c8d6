internal import Core
internal import Linux
internal import Problems
internal import Verifying

/// Time limits that were inferred from packages' submissions, by the packages' hashes: what `submit` and `grade` judge by
/// where a package states none.
struct InferredTimeLimits {
    private let directory: String

    /// The limits that are kept in the directory `state`.
    init(state: String) { directory = state + "/time-limits" }

    /// Whether there is none at all.
    var isEmpty: Bool { HostDirectory.kind(of: directory) == nil }

    /// Keeps the limit of a package, if one was inferred.
    ///
    /// - Throws: `Complaint` when it cannot be written.
    func keep(_ package: VerifiedPackage) throws(Complaint) {
        guard let hash = package.hash, let limit = package.timeLimit,
            limit.source == Problem.TimeLimitSource.inferred.rawValue
        else { return }
        do {
            try HostDirectory.make(directory)
            try HostFile.replace("\(directory)/\(hash)", with: Array("\(limit.limit.inMicroseconds)\n".utf8))
        } catch {
            throw .ownFailure("\(directory)/\(hash): could not be written: \(error); make room, or set ASSAY_STATE")
        }
    }

    /// The limit of the package with that hash; nil where none was inferred.
    func limit(of hash: String) -> Duration? {
        guard let bytes = try? HostFile.read("\(directory)/\(hash)", limit: .kibibytes(1)) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
        guard let microseconds = Int(text), microseconds > 0 else { return nil }
        return .microseconds(microseconds)
    }
}
