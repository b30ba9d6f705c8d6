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
        Problem(shortName: directory, directory: directory, tests: [])
    }
}
