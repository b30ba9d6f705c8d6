internal import Linux

/// Which system calls a program may make, and what happens when it makes another.
package struct SystemCallPolicy: Hashable, Sendable {
    /// The name of the policy: its file's name without the extension.
    package let name: String
    /// What happens to the calls that the policy names, by their number on this architecture.
    package let decisions: [Int: Decision]
    /// What happens to every other call, those of kernels to come among them.
    package let otherwise: Decision

    /// A policy of these decisions.
    package init(name: String, decisions: [Int: Decision], otherwise: Decision) {
        self.name = name
        self.decisions = decisions
        self.otherwise = otherwise
    }

    /// The decision about the call with this number.
    package func decision(about number: Int) -> Decision { decisions[number] ?? otherwise }

    /// Reads the policy `name` from `directory`, with everything that it includes.
    ///
    /// - Throws: the first mistake in its file, or in one that it includes.
    package static func load(name: String, directory: String) throws(PolicyError) -> SystemCallPolicy {
        let document = try PolicyDocument.read(name, in: directory)
        guard let otherwise = document.otherwise else {
            throw PolicyError(
                file: document.file,
                line: nil,
                message: "it says nothing about calls that it does not name: write otherwise: ENOSYS"
            )
        }
        var decisions: [Int: Decision] = [:]
        for (number, entry) in document.entries { decisions[number] = entry.decision }
        return SystemCallPolicy(name: name, decisions: decisions, otherwise: otherwise)
    }

    /// The filter that enforces the policy on this architecture.
    package func compile() -> FilterProgram {
        var compiler = FilterCompiler(policy: self)
        return compiler.program()
    }
}
