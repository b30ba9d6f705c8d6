import Core
import Problems
import Testing

/// The packages in `Problems/`.
@Suite struct OwnPackagesTests {
    private static let names = ["aplusb", "floatsum", "hello", "longestunique", "topologicalorder", "twosum"]

    private func load(_ name: String) throws -> Problem {
        let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return try ProblemLoader().load("/\(repository)/Problems/\(name)")
    }

    @Test(arguments: names)
    func `load without a word of complaint and state their time limit`(name: String) throws {
        let problem = try load(name)
        #expect(problem.shortName == name)
        #expect(problem.notes.isEmpty && problem.unsupported.isEmpty)
        #expect(problem.timeLimitSource == .package)
        #expect(problem.tests.contains(where: \.isSample) && problem.tests.contains { !$0.isSample })
        #expect(try problem.packageHash().count == 64)
    }

    @Test(arguments: names)
    func `say what they expect of every submission`(name: String) throws {
        let submissions = try load(name).referenceSubmissions()
        #expect(submissions.allSatisfy { !$0.files.isEmpty && !$0.expectedVerdicts.isEmpty })
        let accepted = submissions.filter { $0.expectedVerdicts == [.accepted] }.flatMap(\.files).map(\.name)
        for ending in [".cpp", ".py", ".java", ".js"] {
            #expect(accepted.contains { $0.hasSuffix(ending) }, "\(ending)")
        }
        for verdict in [Verdict.wrongAnswer, .timeLimit, .runtimeError] {
            #expect(submissions.contains { $0.expectedVerdicts.contains(verdict) })
        }
    }

    @Test(arguments: names)
    func `accept their own answers where the standard validator checks them`(name: String) throws {
        for test in try load(name).tests {
            guard let validator = test.standardValidator else { continue }
            let result = try validator.check(output: test.answer, answer: test.answer)
            #expect(result.accepted, "\(test.name): \(result.judgeMessage)")
            #expect(try !validator.check(output: MemoryBytes.empty, answer: test.answer).accepted, "\(test.name)")
        }
    }
}
