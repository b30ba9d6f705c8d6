import Core
import Problems
import Testing

/// DMOJ's `init.yml`, read into the model of every problem.
@Suite struct InitFileTests {
    /// A problem with that `init.yml`; every file called N.in or N.out up to 9 is there, and these.
    private func package(_ yaml: String, _ files: [String: String] = [:]) -> ScratchPackage {
        var all = files.merging(["init.yml": yaml]) { $1 }
        for number in 1...9 { (all["\(number).in"], all["\(number).out"]) = ("in \(number)\n", "out \(number)\n") }
        let package = ScratchPackage(all, name: "sums")
        package.remove("problem.yaml")
        return package
    }

    private func groups(_ problem: Problem) -> [String] {
        problem.data.groups.map { group in
            guard case .standardGrader(let grader, let scores) = group.grading else { return group.name }
            let tests = group.testIndices.map { problem.tests[$0].name }.joined(separator: " ")
            let requires = group.requires.isEmpty ? "" : " after \(group.requires.joined(separator: " "))"
            return "\(group.name): \(tests) = \(grader.scoreMode.rawValue) of \(scores.accept)\(requires)"
        }
    }

    @Test func `cases have their own points, and a batch has all of its points or none`() throws {
        let package = package(
            """
            test_cases:
            - {in: 1.in, out: 1.out, points: 5}
            - points: 20
              batched:
              - {in: 2.in, out: 2.out}
              - {in: 3.in, out: 3.out}
            - points: 30
              dependencies: [1]
              batched: [{in: 4.in, out: 4.out}]
            - {in: 5.in, out: 5.out}
            """
        )
        try package.use { problem throws in
            #expect(problem.shortName == "sums" && problem.type.isScoring && !problem.type.isInteractive)
            #expect(
                groups(problem) == [
                    "1: 1 = min of 5.0", "batch1: batch1/1 batch1/2 = min of 20.0",
                    "batch2: batch2/1 = min of 30.0 after batch1", "5: 5 = min of 1.0",
                ]
            )
            guard case .standardGrader(let grader, let scores) = problem.data.grading else {
                Issue.record("no grader")
                return
            }
            #expect(grader.scoreMode == .sum && scores.range == 0...56)
            #expect(problem.data.onReject == .continue && problem.data.groups.allSatisfy { $0.onReject == .break })
            #expect(try problem.tests[1].input.bytes() == Array("in 2\n".utf8))
            #expect(try problem.tests[1].answer.bytes() == Array("out 2\n".utf8))
            #expect(problem.tests.allSatisfy { !$0.isSample && $0.namedChecker == .standard })
            #expect(problem.limits.output == ByteCount(25_165_824) && problem.timeLimit == nil)
        }
    }

    @Test func `what follows a case that is worth nothing requires it, and pretests come first and are worth nothing`()
        throws
    {
        let package = package(
            """
            pretest_test_cases: [{in: 1.in, out: 1.out, points: 7}]
            test_cases:
            - {in: 2.in, out: 2.out, points: 0}
            - {batched: [{in: 3.in, out: 3.out}], points: 4}
            """
        )
        try package.use { problem throws in
            #expect(
                groups(problem) == [
                    "pretest1: pretest1 = min of 0.0", "2: 2 = min of 0.0 after pretest1",
                    "batch1: batch1/1 = min of 4.0 after pretest1 2",
                ]
            )
        }
    }

    @Test func `what a case does not say is said further out`() throws {
        let package = package(
            """
            out: 9.out
            points: 3
            checker: {name: floats, args: {precision: 3, error_mode: relative}}
            test_cases:
            - {in: 1.in}
            - {batched: [{in: 2.in, checker: identical}, {in: 3.in}], checker: easy}
            """
        )
        try package.use { problem throws in
            #expect(
                problem.tests.map(\.namedChecker) == [.floats(epsilon: 1e-3, .relative), .identical, .easy]
            )
            #expect(problem.tests.map(\.points) == [3, 3, 3])
            for test in problem.tests { #expect(try test.answer.bytes() == Array("out 9\n".utf8)) }
        }
    }

    @Test func `lines end with line feeds unless the data are binary`() throws {
        let files = ["a": "1\r\n2\r3", "b": "", "c": "1\n"]
        for (name, expected) in [("a", "1\n2\n3\n"), ("b", ""), ("c", "1\n")] {
            let package = package("test_cases: [{in: \(name), out: \(name)}]", files)
            try package.use { problem throws in
                let test = problem.tests[0]
                #expect(try test.input.bytes() == Array(expected.utf8))
                #expect(test.input.byteCount == expected.utf8.count)
            }
        }
        try package("test_cases: [{in: a, binary_data: true}]", files).use { problem throws in
            #expect(try problem.tests[0].input.bytes() == Array("1\r\n2\r3".utf8))
        }
    }

    @Test func `a bridged checker is a validator that is told its kind, its points and its arguments`() throws {
        let package = package(
            """
            checker: {name: bridged, args: {files: [check.cpp, testlib.h], type: testlib, time_limit: 30, memory_limit: 65536}}
            test_cases: [{in: 1.in, out: 1.out, points: 5}, {in: 2.in, out: 2.out, points: 6}]
            """,
            ["check.cpp": "int main() {}", "testlib.h": ""]
        )
        try package.use { problem throws in
            guard case .custom(let programs) = problem.validator, let program = programs.first else {
                Issue.record("no validator")
                return
            }
            #expect(program.kind == .cpp)
            #expect(program.files.map(\.path) == ["check.cpp", "testlib.h", "assay-bridge.cpp"])
            let arguments = ["{input_file}", "{output_file}", "{answer_file}"]
            #expect(problem.tests[1].validatorArguments == ["checker", "testlib", "6.0", "shown"] + arguments)
            #expect(problem.tests.allSatisfy { $0.namedChecker == nil && $0.standardValidator == nil })
            #expect(problem.limits.validationTime == .seconds(30) && problem.limits.validationMemory == .mebibytes(64))
            #expect(problem.validatorScores == .sometimes)
        }
    }

    @Test func `an interactor is a validator that speaks with the submission`() throws {
        let package = package(
            "interactive: {files: talk.c, type: coci}\ntest_cases: [{in: 1.in, points: 5}]",
            ["talk.c": "int main(void) { return 0; }"]
        )
        try package.use { problem throws in
            #expect(problem.type.isInteractive)
            #expect(
                problem.tests[0].validatorArguments == [
                    "interactor", "coci", "5.0", "hidden", "{input_file}", "{answer_file}",
                ]
            )
        }
    }

    @Test func `a checker in Python is given what DMOJ passes by name`() throws {
        let package = package(
            """
            checker: {name: check.py, args: {eps: 0.5, words: [a, "b\\""], deep: {x: null, y: yes}}}
            test_cases: [{batched: [{in: 1.in, out: 1.out}], points: 8}]
            """,
            ["check.py": "def check(a, b, **rest): return True"]
        )
        try package.use { problem throws in
            #expect(problem.showsSources)
            #expect(
                problem.tests[0].validatorArguments == [
                    "check.py",
                    #"{"args":{"eps":0.5,"words":["a","b\""],"deep":{"x":null,"y":true}},"point_value":8.0,"#
                        + #""case_position":0,"batch":1,"header":"","binary_data":false,"problem_id":""}"#,
                ]
            )
        }
    }

    @Test func `each case has the checker that it names, and each program is there once`() throws {
        let package = package(
            """
            test_cases:
            - {in: 1.in, out: 1.out, checker: a.py}
            - {in: 2.in, out: 2.out}
            - {in: 3.in, out: 3.out, checker: {name: bridged, args: {files: b.cpp, type: testlib}}}
            - {in: 4.in, out: 4.out, checker: {name: a.py, args: {x: 1}}}
            - {in: 5.in, out: 5.out, checker: {name: bridged, args: {files: b.cpp, type: coci}}}
            """,
            ["a.py": "def check(a, b, **rest): return True", "b.cpp": "int main() {}"]
        )
        try package.use { problem throws in
            guard case .custom(let programs) = problem.validator else {
                Issue.record("no validators")
                return
            }
            #expect(programs.map(\.name).count == 3)
            #expect(problem.tests.map(\.validatorPlace) == [0, nil, 1, 0, 2])
            #expect(problem.tests.map { $0.namedChecker == nil } == [true, false, true, true, true])
            #expect([2, 4].map { problem.tests[$0].validatorArguments[1] } == ["testlib", "coci"])
            #expect(problem.showsSources)
        }
    }

    @Test func `generators make the tests that have no files`() throws {
        let package = package(
            """
            generator: {source: gen.cpp, time_limit: 3, memory_limit: 1024}
            test_cases:
            - {generator_args: [false, 123, "a b", null], points: 10}
            - {out: 1.out, generator_in: 2.in}
            - {in: 1.in, out: 1.out}
            """,
            ["gen.cpp": "int main() {}"]
        )
        try package.use { problem throws in
            #expect(problem.generators.map(\.name) == ["gen.cpp"])
            let generation = try #require(problem.tests[0].generation)
            #expect(generation.arguments == ["False", "123", "a b", "None"] && generation.makesAnswer)
            #expect(generation.time == .seconds(3) && generation.memory == .mebibytes(1))
            let second = try #require(problem.tests[1].generation)
            #expect(try second.input.bytes() == Array("in 2\n".utf8) && !second.makesAnswer)
            #expect(problem.tests[2].generation == nil)
        }
    }

    @Test func `signature grading adds the entry and the header, and hides the submission's main`() throws {
        let files = ["handler.c": "int main(void) {}", "h.h": "int f(void);", "handler.cpp": ""]
        let yaml = "test_cases: [{in: 1.in, out: 1.out}]\nsignature_grader: "
        try package(yaml + "{entry: handler.c, header: h.h}", files).use { problem throws in
            #expect(problem.languages == ["c", "cpp"])
            #expect(problem.includes(for: "c").map(\.path) == ["assay-entry.c", "h.h"])
            #expect(problem.includes(for: "cpp17").map(\.path) == ["assay-entry.cpp", "h.h"])
            #expect(
                String(decoding: problem.prologue, as: UTF8.self) == """
                    #define SIGNATURE_GRADER 1
                    #include "h.h"
                    #define main assay_main_of_submission
                    #line 1

                    """
            )
        }
        try package(yaml + "{entry: handler.cpp, header: h.h, allow_main: true}", files).use { problem throws in
            #expect(problem.languages == ["cpp"])
            #expect(!String(decoding: problem.prologue, as: UTF8.self).contains("main"))
        }
    }

    @Test func `what is ignored is noted, and problem.yaml comes first`() throws {
        let package = package(
            """
            wall_time_factor: 5
            colour: red
            test_cases: [{in: 1.in, out: 1.out, size: 3}]
            """
        )
        #expect(
            try package.notes() == [
                "init.yml:2: the unknown key \"colour\" is ignored", "init.yml:1: wall_time_factor is ignored",
                "init.yml:3: the unknown key \"size\" is ignored",
            ]
        )
        let both = ScratchPackage.complete(["init.yml": "test_cases: nonsense"])
        #expect(try both.load().tests.map(\.name) == ["secret/1"])
    }

    @Test func `the hash is of everything in the package`() throws {
        let package = package("test_cases: [{in: 1.in, out: 1.out}]")
        let before = try package.use { try $0.packageHash() }
        let again = try package.use { try $0.packageHash() }
        #expect(again == before)
        package.write("9.out", Array("other\n".utf8))
        let after = try package.use { try $0.packageHash() }
        #expect(after != before)
    }
}
