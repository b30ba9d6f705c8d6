import FoundationEssentials

/// What the tests of verdicts read in the report of a submission.
struct VerdictsReport: Decodable {
    struct Compile: Decodable {
        let ok: Bool
        let diagnostics: String
    }

    struct Test: Decodable {
        let name: String
        let verdict: String
        let reason: String?
        let cpuTime: Double?
        let wallTime: Double?
        let peakMemory: Int?
    }

    let verdict: String
    let reason: String?
    let compile: Compile
    let tests: [Test]

    /// The verdict with its reason.
    var conclusion: String { reason.map { "\(verdict) \($0)" } ?? verdict }

    /// The test that decided.
    var decisive: Test? { tests.first { $0.verdict == verdict } }

    /// Submits as somebody at a terminal would, to the tests' own state directory.
    static func submit(_ arguments: [String]) throws -> VerdictsReport {
        let result = try BuiltProgram.run(["submit", "--json"] + arguments, environment: environment)
        guard result.code <= 1 else { throw Refused(code: result.code, error: result.error) }
        return try JSONDecoder().decode(VerdictsReport.self, from: Data(result.output.utf8))
    }

    struct Refused: Error {
        let code: Int
        let error: String
    }

    /// What the program is called with.
    ///
    /// Toolchains are found as whoever runs the tests finds them. The state directory goes with the build, so that each
    /// language is tried out once.
    static let environment: [String: String] = {
        let own = ProcessInfo.processInfo.environment
        var result = [
            "ASSAY_STATE": Project.root + "/.build/verdicts-tests-state",
            "ASSAY_PROBLEMS": Project.root + "/Problems",
        ]
        for name in ["PATH", "HOME"] { result[name] = own[name] }
        return result
    }()
}
