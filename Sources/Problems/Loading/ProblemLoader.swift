internal import Core
internal import Linux

/// Loads problem packages in the ICPC/Kattis format, legacy and 2025-09.
///
/// Loading looks at every file that judging may need, but reads only the small ones that describe the problem.
public struct ProblemLoader: Sendable {
    /// A loader.
    public init() {}

    /// Loads the package in `directory`.
    ///
    /// - Throws: `PackageError` with everything that stands in the way of judging.
    public func load(_ directory: String) throws(PackageError) -> Problem {
        let findings = Findings(directory: directory)
        let tree = try openTree(directory, findings)
        let metadata = Metadata(tree)
        try findings.check()

        var validators = ValidatorPrograms(tree, metadata.constants)
        let isStandard = findValidators(&validators, metadata, tree)
        let data = TestData(tree, metadata, isStandard: isStandard)
        let timeLimit = tree.timeLimitOfFiles() ?? metadata.timeLimit
        let includes = readIncludes(tree, metadata.constants)
        noteIgnored(tree)
        try findings.check()

        var problem = Problem(
            shortName: shortName(directory, tree),
            title: metadata.title,
            directory: tree.root,
            format: metadata.format,
            timeLimit: timeLimit,
            limits: metadata.limits,
            tests: data.tests,
            validator: isStandard ? .standard : .custom(validators.programs),
            languages: metadata.languages,
            allowsFileWriting: metadata.allowsFileWriting,
            includes: includes,
            unsupported: metadata.unsupported + validators.unsupported + data.unsupported,
            notes: findings.notes
        )
        problem.constants = metadata.constants
        return problem
    }

    private func openTree(_ directory: String, _ findings: Findings) throws(PackageError) -> PackageTree {
        // The kernel would see only what is before the NUL, and so another directory.
        guard !directory.utf8.contains(0), let root = HostDirectory.resolve(directory) else {
            throw PackageError(
                file: findings.display(""),
                message: "there is no such directory",
                mend: "check the path"
            )
        }
        guard HostDirectory.kind(of: root) == .directory else {
            throw PackageError(
                file: findings.display(""),
                message: "this is no directory",
                mend: "give the directory of a problem package"
            )
        }
        do throws(Errno) {
            _ = try HostDirectory.entries(of: root)
        } catch {
            throw PackageError(
                file: findings.display(""),
                message: "the directory cannot be read (\(error))",
                mend: "check its permissions"
            )
        }
        let tree = PackageTree(root: root, findings: findings)
        guard tree.kind(Metadata.path) != nil || HostDirectory.target(ofLink: tree.hostPath(Metadata.path)) != nil
        else {
            throw PackageError(
                file: findings.display(""),
                message: "this is no problem package: it has no problem.yaml",
                mend: "add one (it may be empty), or give another directory"
            )
        }
        return tree
    }

    private func shortName(_ directory: String, _ tree: PackageTree) -> String {
        let written = directory.split(separator: "/").last.map(String.init) ?? ""
        let resolved = tree.root.split(separator: "/").last.map(String.init) ?? ""
        return ["", ".", ".."].contains(written) ? resolved : written
    }

    /// Reads the package's own validators; whether the standard one is meant instead.
    private func findValidators(_ found: inout ValidatorPrograms, _ metadata: Metadata, _ tree: PackageTree) -> Bool {
        let hasOlder = tree.kind("output_validators") == .directory
        let hasNewer = tree.kind("output_validator") == .directory
        switch metadata.format {
        case .legacy:
            if metadata.hasCustomValidation {
                found.readLegacy()
                return false
            }
            if hasOlder {
                tree.findings.note("output_validators", "ignored; problem.yaml says \"validation: default\"")
            }
            if hasNewer { tree.findings.note("output_validator", "ignored; it belongs to the format 2025-09") }
            return true
        case .y2025_09:
            if hasOlder && !hasNewer {
                // Judging with the standard validator instead would give wrong verdicts without a word.
                tree.findings.report(
                    "output_validators",
                    "in the format 2025-09 the directory has another name",
                    mend: "call it output_validator"
                )
            }
            if hasNewer { found.readNewer() }
            return !hasNewer
        }
    }

    private func readIncludes(_ tree: PackageTree, _ constants: Constants) -> [String: [BoxFile]] {
        guard tree.kind("include") == .directory else { return [:] }
        var includes: [String: [BoxFile]] = [:]
        for entry in tree.entries("include") {
            if entry.kind == .directory {
                includes[entry.name] = tree.boxFiles(below: "include/\(entry.name)", constants: constants)
            } else {
                tree.findings.note("include/\(entry.name)", "ignored; put it into a directory named by its language")
            }
        }
        return includes
    }

    private func noteIgnored(_ tree: PackageTree) {
        if tree.kind("assay.yaml") != nil { tree.findings.note("assay.yaml", "ignored; nothing reads this file yet") }
        if tree.kind("submissions/submissions.yaml") != nil {
            tree.findings.note("submissions/submissions.yaml", "ignored; expectations come from the directories' names")
        }
    }
}
