import FoundationEssentials

/// What tests read of `assay verify --json`.
struct VerifySummaryJSON: Decodable {
    struct Package: Decodable {
        let name: String
        let directory: String
        let errors: Int
        let warnings: Int
        let findings: [Finding]
        let submissions: [Submission]
        let timeLimit: TimeLimit?
    }
    struct Finding: Decodable {
        let severity: String
        let code: String
        let part: String
        let file: String
        let line: Int?
        let message: String
        let mend: String
    }
    struct Submission: Decodable {
        struct Time: Decodable {
            let runs: [Double]
        }
        let path: String
        let verdict: String?
        let asExpected: Bool?
        let time: Time?
    }
    struct TimeLimit: Decodable {
        let seconds: Double
        let source: String
    }

    let schema: Int
    let errors: Int
    let warnings: Int
    let packages: [Package]

    /// What `assay verify` with these arguments prints, and its exit code.
    static func verify(_ arguments: [String]) throws -> (code: Int, summary: VerifySummaryJSON) {
        let result = try BuiltProgram.run(["verify", "--json"] + arguments, environment: environment)
        guard result.code <= 1 else { throw VerdictsReport.Refused(code: result.code, error: result.error) }
        return (result.code, try JSONDecoder().decode(Self.self, from: Data(result.output.utf8)))
    }

    static let environment = VerdictsReport.environment

    /// The findings as `severity code path`, each once, sorted.
    func words() -> [String] {
        let words = packages.flatMap { package in
            package.findings.map { "\($0.severity) \($0.code) \($0.file.dropFirst(package.directory.count + 1))" }
        }
        return Set(words).sorted()
    }
}
