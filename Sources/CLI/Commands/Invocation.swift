package import Problems

/// One call of a command: what it was given, and where it is.
package struct Invocation: Sendable {
    /// The arguments.
    package let arguments: ParsedArguments
    /// The variables of the environment.
    package let environment: [String: String]
    /// The parts of this installation.
    package let installation: Installation
    /// Where to write.
    package let console: Console
    /// Where packages in zip files are unpacked.
    package let store: PackageStore
    /// When the command started.
    package let start: ContinuousClock.Instant
}
