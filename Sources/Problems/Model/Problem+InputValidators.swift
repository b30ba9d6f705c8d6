internal import Linux

extension Problem {
    /// The programs that say of an input whether it is one, as the package has them.
    public struct InputValidators: Sendable {
        /// Those that can be run.
        public var programs: [PackageProgram] = []
        /// The paths of those in languages of their own (`.ctd`, `.viva`), which are not run.
        public var foreign: [String] = []
    }

    /// The package's input validators, none where it has none.
    ///
    /// - Throws: `PackageError` when one cannot be read, or what there is has no source.
    public func inputValidators() throws(PackageError) -> InputValidators {
        let findings = Findings(directory: directory)
        let tree = PackageTree(root: directory, findings: findings)
        var validators = InputValidators()
        for directory in ["input_validators", "input_format_validators"] where tree.kind(directory) == .directory {
            let entries = tree.entries(directory)
            let foreign = entries.filter { $0.name.hasSuffix(".ctd") || $0.name.hasSuffix(".viva") }
            validators.foreign += foreign.map { "\(directory)/\($0.name)" }
            if foreign.count < entries.count {
                let programs = PackagePrograms(tree: tree, constants: constants)
                validators.programs += programs.all(in: directory, .inputValidator)
            }
        }
        try findings.check()
        return validators
    }
}
