/// What one loading has found so far.
///
/// Loading goes on after a mistake, so that a package's author sees all of them at once.
final class Findings {
    /// The package as the user wrote it: its directory, or its zip file.
    private let directory: String
    private static let maximumCount = 1000
    private(set) var issues: [PackageIssue] = []
    private(set) var noted: [PackageIssue] = []
    var notes: [String] { noted.map(\.description) }

    init(directory: String) {
        self.directory = directory.count > 1 && directory.hasSuffix("/") ? String(directory.dropLast()) : directory
    }

    /// The path below the package as the user would reach it.
    func display(_ path: String) -> String {
        Excerpt.text(Array((path.isEmpty ? directory : "\(directory)/\(path)").utf8))
    }

    /// Something that stands in the way of judging.
    func report(_ path: String, line: Int? = nil, _ message: String, mend: String = "") {
        add(PackageIssue(file: display(path), line: line, message: message, mend: mend))
    }

    /// Something that is ignored.
    func note(_ path: String, line: Int? = nil, _ message: String, isUnknownKey: Bool = false) {
        guard noted.count < Findings.maximumCount else { return }
        noted.append(
            PackageIssue(file: display(path), line: line, message: message, mend: "", isUnknownKey: isUnknownKey)
        )
    }

    /// Something in which the package breaks the format, and with which it can be judged all the same.
    func fault(_ path: String, line: Int? = nil, _ message: String, mend: String) {
        let issue = PackageIssue(file: display(path), line: line, message: message, mend: mend, isFault: true)
        guard noted.count < Findings.maximumCount, !noted.contains(issue) else { return }
        noted.append(issue)
    }

    /// An issue of another loading that is part of this one.
    ///
    /// What is wrong in a group is wrong in all groups below it, and told once.
    func add(_ issue: PackageIssue) {
        // Nobody reads more, and a package may be wrong in a million places.
        guard issues.count < Findings.maximumCount, !issues.contains(issue) else { return }
        issues.append(issue)
    }

    /// Ends the loading if there are mistakes.
    func check() throws(PackageError) {
        if !issues.isEmpty { throw PackageError(issues: issues) }
    }
}
