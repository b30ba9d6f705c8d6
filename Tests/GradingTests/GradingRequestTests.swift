import Core
import Grading
import Problems
import Testing

@Suite struct GradingRequestTests {
    private func refusal(
        _ submission: Submission = .toy(),
        on problem: Problem = .toy(),
        options: GradingOptions = GradingOptions()
    ) async throws -> String {
        let bench = try Bench()
        do throws(GradingError) {
            _ = try await bench.grade(submission, on: problem, options: options)
        } catch {
            guard case .badInput(let line) = error else { throw error }
            #expect(!line.contains("\n"))
            #expect(bench.executor.commands.isEmpty)
            return line
        }
        return ""
    }

    @Test func `an unknown language is refused with near names`() async throws {
        let line = try await refusal(.toy(language: "pyton3"))
        #expect(line.contains("pyton3") && line.contains("python3"))
    }

    @Test func `a language that the problem does not allow is refused with those it does`() async throws {
        var problem = Problem.toy()
        problem.languages = ["cpp"]
        let line = try await refusal(on: problem)
        #expect(line.contains("toy") && line.contains("cpp"))
    }

    @Test func `a language whose tools are missing is refused with what to install`() async throws {
        #expect(try await refusal(.toy(language: "absent")).contains("toy-absent"))
    }

    @Test func `a submission needs files with usable, different names`() async throws {
        var submission = Submission.toy()
        submission.files.append(submission.files[0])
        #expect(try await refusal(submission).contains("main.toy"))
        submission.files = [Submission.SourceFile(name: "../main.toy", content: [])]
        #expect(try await refusal(submission).contains("../main.toy"))
        submission.files = [Submission.SourceFile(name: "a\0.toy", content: [])]
        #expect(try await refusal(submission).contains("cannot be used"))
        submission.files = []
        #expect(try await refusal(submission).contains("no source file"))
    }

    /// The names of a submission's files, of the problem's and of a test's, where one file is the directory of another.
    private static let collisions: [([String], [String], [String])] = [
        (["main.toy", "main.toy/a"], [], []),
        (["a/b/c", "main.toy", "a"], [], []),
        (["main.toy", "lib"], ["lib/helper.toy"], []),
        (["main.toy", "lib/mine.toy"], ["lib"], []),
        (["main.toy", "table"], [], ["table/1"]),
        (["main.toy", "table/1"], [], ["table"]),
    ]

    @Test(arguments: collisions)
    func `one file cannot be the directory of another`(own: [String], includes: [String], data: [String]) async throws {
        func files(_ names: [String]) -> [BoxFile] { names.map { BoxFile(path: $0, content: MemoryBytes.empty) } }
        var submission = Submission.toy()
        submission.files = own.map { Submission.SourceFile(name: $0, content: []) }
        var problem = Problem.toy()
        problem.includes = ["toy": files(includes)]
        problem.tests.append(.toy("4", files: files(data)))
        let line = try await refusal(submission, on: problem)
        #expect(line.contains("cannot be a file and the directory of"))
        #expect(line.contains("secret/4") == !data.isEmpty)
    }

    @Test func `an entry that is no file is refused`() async throws {
        var submission = Submission.toy()
        submission.entry = "other.toy"
        #expect(try await refusal(submission).contains("other.toy"))
    }

    @Test func `a problem without tests, or without samples where they are asked for, is refused`() async throws {
        var problem = Problem.toy()
        problem.tests.removeFirst()
        #expect(try await refusal(on: problem, options: GradingOptions(samplesOnly: true)).contains("no samples"))
        problem.tests = []
        #expect(try await refusal(on: problem).contains("no tests"))
    }

    @Test func `a problem that asks for what cannot be judged yet is refused`() async throws {
        var problem = Problem.toy()
        problem.unsupported = ["interactive judging"]
        #expect(try await refusal(on: problem).contains("interactive judging"))
    }
}
