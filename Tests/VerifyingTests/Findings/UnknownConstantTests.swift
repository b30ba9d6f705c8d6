import Core
import Problems
import Testing
import Verifying

@Suite struct UnknownConstantTests {
    private static func files(_ source: String, yaml: String = Tree.newerMetadata) -> [String: String?] {
        Tree.newer.merging(["problem.yaml": yaml, "submissions/accepted/a.py": source]) { $1 }
    }

    private static func mends(_ files: [String: String?], _ verdict: Verdict) async throws -> [String] {
        let tree = try Tree(files)
        let package = try await Verifier.verify(tree.directory, parts: [.submissions]) { path, problem, options in
            let tests = problem.tests.map { _ in (verdict, 0.1) }
            return .judged(PlayedSubmission(path: path, tests: tests).report(on: problem, options))
        }
        return package.findings.filter { $0.severity == .error }.map(\.mend)
    }

    @Test(arguments: [
        ("print({{NN}})", "{{NN}}"), ("a = {{ x }}; b = {{1}}; c = {{a.b}}", "{{a.b}}"), ("{{{N}}}", "{{N}}"),
    ])
    func `a program that fails is told of the name in double braces that is no constant`(
        source: String,
        name: String
    ) async throws {
        let mends = try await Self.mends(Self.files(source), .runtimeError)
        #expect(!mends.isEmpty)
        #expect(
            mends.allSatisfy { $0.hasSuffix("; \(name) in submissions/accepted/a.py is no constant of the package") }
        )
    }

    @Test(arguments: ["print(f'{{1}}')", "{{", "{{a", "{{a}", "print({{N}})"])
    func `of what can be no constant, or is one, nothing is said`(source: String) async throws {
        let yaml = Tree.newerMetadata + "constants: {N: 3}\n"
        let mends = try await Self.mends(Self.files(source, yaml: yaml), .runtimeError)
        #expect(!mends.isEmpty && mends.allSatisfy { !$0.contains("no constant") })
    }

    @Test func `a program that does what it should may have any names in braces`() async throws {
        #expect(try await Self.mends(Self.files("x = {{a}}"), .accepted).isEmpty)
    }
}
