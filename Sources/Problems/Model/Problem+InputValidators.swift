internal import Linux

extension Problem {
    /// The programs that say of an input whether it is one, as the package has them.
    public struct InputValidators: Sendable {
        /// Those that can be run.
        public var programs: [PackageProgram] = []
        /// The paths of those in a language that nothing here can run (`.viva`).
        public var foreign: [String] = []
        /// What of them was left out, or is not as it should be.
        public var noted: [PackageIssue] = []
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
            let own = entries.filter { $0.name.hasSuffix(".ctd") || $0.name.hasSuffix(".viva") }
            if own.count < entries.count {
                let programs = PackagePrograms(tree: tree, constants: constants)
                validators.programs += programs.all(in: directory, .inputValidator, hasOthers: !own.isEmpty)
            }
            for path in own.map({ "\(directory)/\($0.name)" }) {
                if path.hasSuffix(".viva") {
                    validators.foreign.append(path)
                } else if let file = tree.boxFile(path, as: "program.ctd", constants: constants) {
                    validators.programs.append(CheckTestData.validator(path, file))
                }
            }
        }
        try findings.check()
        validators.noted = findings.noted
        return validators
    }
}
