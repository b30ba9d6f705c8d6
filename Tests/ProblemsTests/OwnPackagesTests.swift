import Core
import Linux
import Problems
import Testing

/// The packages in `Problems/`, and what `Problems/README.md` promises of them.
@Suite struct OwnPackagesTests {
    private static let directory =
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Problems"
    private static let names = packageNames()

    private static func packageNames() -> [String] {
        let entries = (try? HostDirectory.entries(of: directory)) ?? []
        return entries.filter { $0.kind == .directory }.map(\.name)
    }

    private func load(_ name: String) throws -> Problem {
        try ProblemLoader().load("\(Self.directory)/\(name)")
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
        let accepted = submissions.filter { $0.directory == "accepted" }
        #expect(accepted.allSatisfy { $0.expectedVerdicts == [.accepted] })
        for ending in [".cpp", ".py", ".java", ".js"] {
            #expect(accepted.flatMap(\.files).contains { $0.name.hasSuffix(ending) }, "\(ending)")
        }
        for verdict in [Verdict.wrongAnswer, .timeLimit, .runtimeError] {
            #expect(submissions.contains { $0.expectedVerdicts.contains(verdict) }, "\(verdict)")
        }
    }

    @Test(arguments: names)
    func `have a statement, an input validator, and a generator of their data`(name: String) throws {
        let statements = try load(name).format == .legacy ? "problem_statement" : "statement"
        for directory in [statements, "input_validators", "generators"] {
            #expect(try !HostDirectory.entries(of: "\(Self.directory)/\(name)/\(directory)").isEmpty, "\(directory)")
        }
    }

    @Test(arguments: names)
    func `accept their own answers where the standard validator checks them`(name: String) throws {
        for test in try load(name).tests {
            guard let validator = test.standardValidator else { continue }
            let result = try validator.check(output: test.answer, answer: test.answer)
            #expect(result.accepted, "\(test.name): \(result.judgeMessage)")
            let acceptsNothing = try validator.check(output: MemoryBytes.empty, answer: test.answer).accepted
            #expect(acceptsNothing == (test.answer.byteCount == 0), "\(test.name)")
        }
    }

    @Test func `show every kind of problem`() throws {
        let problems = try Self.names.map { try load($0) }
        #expect(problems.count >= 20)
        #expect(problems.count { $0.format == .legacy } >= 6 && problems.count { $0.format == .y2025_09 } >= 6)
        let types = problems.map(\.type)
        #expect(types.contains { !$0.isInteractive && !$0.isMultiPass && !$0.isScoring })
        #expect(types.contains { $0.isInteractive && !$0.isMultiPass }, "interactive")
        #expect(types.contains { $0.isMultiPass && !$0.isInteractive }, "multi-pass")
        #expect(types.contains { $0.isMultiPass && $0.isInteractive }, "interactive and multi-pass")
        for format in [Problem.Format.legacy, .y2025_09] {
            let scoring = problems.filter { $0.type.isScoring && $0.format == format }
            #expect(scoring.contains { ($0.data.group(named: "secret")?.groups.count ?? 0) > 1 }, "subtasks, \(format)")
        }
        #expect(problems.contains { $0.tests.contains { $0.validatorArguments.contains("float_tolerance") } })
        #expect(problems.contains { !$0.type.isInteractive && $0.tests.contains { $0.standardValidator == nil } })
    }

    @Test func `are all in the table of their page`() throws {
        let page = String(decoding: try HostFile.read("\(Self.directory)/README.md"), as: UTF8.self)
        for name in Self.names { #expect(page.contains("| `\(name)` |"), "\(name)") }
    }
}
