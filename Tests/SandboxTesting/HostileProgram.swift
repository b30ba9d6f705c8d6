package import Core

/// A program that wants what it must not have, and exactly what becomes of it in a box.
package struct HostileProgram: Sendable {
    /// Its source below `EscapeSuite/Programs`, without the ending.
    package var source: String
    /// What sets it apart from another row of the same program with the same arguments.
    package var variant = ""
    /// What follows its name on its command line.
    package var arguments: [String]
    /// Its standard input.
    package var input: String
    /// What it may use.
    package var limits: Limits
    /// How many times it is run, one run after the other: the second must find nothing of the first.
    package var runs: Int
    /// What becomes of it.
    package var fate: Fate
    /// What becomes of it where programs and the jailer share the one id of an ordinary user, if that is different.
    package var rootlessFate: Fate?

    package init(
        _ source: String,
        _ arguments: [String] = [],
        variant: String = "",
        input: String = "",
        limits: Limits = .hostile,
        runs: Int = 1,
        meets fate: Fate,
        rootless rootlessFate: Fate? = nil
    ) {
        self.source = source
        self.arguments = arguments
        self.variant = variant
        self.input = input
        self.limits = limits
        self.runs = runs
        self.fate = fate
        self.rootlessFate = rootlessFate
    }

    /// A program that ends well at once.
    package static let quiet = HostileProgram("Processes/exit_code", ["0"], meets: .exits(0, saying: ""))

    /// What becomes of it in the sandbox under test.
    package var expectedFate: Fate {
        SandboxUnderTest.hasTwoIDs ? fate : rootlessFate ?? fate
    }
}

extension HostileProgram: CustomStringConvertible {
    package var description: String {
        ([source] + arguments).joined(separator: " ") + (variant.isEmpty ? "" : " (\(variant))")
    }
}
