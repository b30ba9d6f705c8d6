/// Which system calls a program may make, and what happens when it makes another.
package struct SystemCallPolicy: Hashable, Sendable {
    /// The name of the policy: its file's name without the extension.
    package let name: String

    /// Reads the policy `name` from `directory`, with everything that it includes.
    ///
    /// - Throws: the first mistake in its file, or in one that it includes.
    package static func load(name: String, directory: String) throws(PolicyError) -> SystemCallPolicy {
        throw PolicyError(file: "\(directory)/\(name).yaml", line: nil, message: "policies cannot be read yet")
    }

    /// The filter that enforces the policy on this architecture.
    package func compile() -> FilterProgram { FilterProgram(instructions: []) }
}
