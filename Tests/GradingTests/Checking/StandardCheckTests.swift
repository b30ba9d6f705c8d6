import Core
import Grading
import Problems
import Testing

@Suite struct StandardCheckTests {
    @Test func `the first difference is shown on samples and hidden on secret tests`() async throws {
        let bench = try Bench { _, _ in .wrote("left\n") }
        let tests = try await bench.grade(options: GradingOptions(allTests: true)).report.tests
        #expect(tests.allSatisfy { $0.verdict == .wrongAnswer && $0.reason == .differs })
        #expect(tests[0].message.contains("left"))
        #expect(tests[0].judgeMessage == nil)
        #expect(tests[1].message.isEmpty)
        #expect(tests[1].judgeMessage == tests[0].message)
    }

    @Test func `full feedback opens a secret test`() async throws {
        let bench = try Bench { _, _ in .wrote("left\n") }
        var problem = Problem.toy()
        problem.tests = [problem.tests[1]]
        problem.tests[0].fullFeedback = true
        let test = try #require(try await bench.grade(on: problem).report.tests.first)
        #expect(test.message.contains("left"))
    }

    @Test func `no output has that as its reason`() async throws {
        let bench = try Bench { _, _ in .wrote(" \n") }
        let report = try await bench.grade().report
        #expect(report.verdict == .wrongAnswer)
        #expect(report.reason == .noOutput)
    }

    @Test func `an answer that cannot be read is an error and no verdict`() async throws {
        struct Lost: ByteSource {
            let byteCount = 5
            func read(from offset: Int, upTo limit: Int) throws(ByteSourceFailure) -> [UInt8] {
                throw ByteSourceFailure("could not read /p/1.ans: EIO")
            }
        }
        let bench = try Bench()
        var problem = Problem.toy()
        problem.tests[0].answer = Lost()
        do throws(GradingError) {
            _ = try await bench.grade(on: problem)
            Issue.record("there is a report")
        } catch {
            #expect(error.description.contains("/p/1.ans"))
            #expect(!error.description.contains("\n"))
        }
    }

    @Test(arguments: [(["program/table.txt"], true), (["table.txt"], false), (["program"], false)])
    func `what a compiler makes in the way of tests is its mistake`(names: [String], isRefused: Bool) async throws {
        let bench = try Bench()
        var problem = Problem.toy()
        problem.tests = [.toy("1", files: names.map { BoxFile(path: $0, content: MemoryBytes("data")) })]
        let report = try await bench.grade(on: problem).report
        #expect((report.verdict == .compileError) == isRefused)
        #expect(report.compile.diagnostics.contains("program, which the compiler has made, cannot be") == isRefused)
    }

    @Test func `the files of a test come along`() async throws {
        let bench = try Bench()
        var problem = Problem.toy()
        problem.tests = [.toy("1", files: [BoxFile(path: "table.txt", content: MemoryBytes("data"))])]
        problem.tests[0].arguments = ["--fast"]
        _ = try await bench.grade(on: problem)
        let command = try #require(bench.commands("run-toy").first)
        #expect(command.text(of: "table.txt") == "data")
        #expect(command.arguments.last == "--fast")
    }
}
