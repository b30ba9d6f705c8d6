import Core
import Linux
import Problems
import Testing

/// DMOJ's problems have their tests in a zip file beside `init.yml`.
@Suite struct ArchiveOfCasesTests {
    private func load(_ yaml: String, _ zip: ZipBuilder) throws -> Problem {
        let scratch = Scratch()
        try HostDirectory.make("\(scratch.directory)/sums")
        _ = try scratch.write(zip, as: "sums/tests.zip")
        try HostFile.replace("\(scratch.directory)/sums/init.yml", with: Array(yaml.utf8))
        let problem = try ProblemLoader(store: scratch.store).load("\(scratch.directory)/sums")
        for test in problem.tests { #expect(try test.input.bytes() == Array("\(test.name)\n".utf8)) }
        return problem
    }

    @Test func `files are looked for in the directory and then in the archive`() throws {
        let zip = ZipBuilder(["a/1.in": "1\n", "a/1.out": "2\n", "2.in": "2\n"])
        let yaml = "archive: tests.zip\ntest_cases: [{in: a/1.in, out: a/1.out}, {in: 2.in}]"
        #expect(try load(yaml, zip).tests.map(\.name) == ["1", "2"])
    }

    @Test func `cases that nobody lists are told by the names in the archive`() throws {
        let zip = ZipBuilder([
            "x.1.in": "1\n", "x.1.out": "", "x.2-1.in": "batch1/1\n", "x.2-1.out": "", "x.2-10.in": "batch1/2\n",
            "x.2-10.out": "", "x.3.in": "4\n", "x.3.out": "", "notes.txt": "",
        ])
        let problem = try load("archive: tests.zip\npoints: 4", zip)
        #expect(problem.tests.map(\.name) == ["1", "batch1/1", "batch1/2", "4"])
        #expect(problem.tests.map(\.points) == [4, 4, 4, 4])
    }

    @Test func `patterns of the problem's own tell cases and points`() throws {
        let yaml = #"""
            archive: tests.zip
            test_cases:
              input_format: '^i(?P<case>[a-z])$'
              output_format: '^o(?P<case>[a-z])$'
              case_points: [3, 5]
            """#
        let problem = try load(yaml, ZipBuilder(["ia": "1\n", "oa": "", "ib": "2\n", "ob": ""]))
        #expect(problem.tests.map(\.points) == [3, 5])
        #expect {
            _ = try load(yaml, ZipBuilder(["ia": "1\n", "ib": "2\n", "ic": "3\n"]))
        } throws: { error in
            "\(error)".hasSuffix(
                "sums/init.yml:3: case_points has 2 numbers, and there are more cases; list the cases under test_cases, or "
                    + "mend the pattern"
            )
        }
    }

    @Test func `points of cases that nobody lists are a list, and a key that is no key is told`() throws {
        let zip = ZipBuilder(["1.in": "1\n", "1.out": ""])
        #expect {
            _ = try load("archive: tests.zip\ntest_cases: {case_points: 3}", zip)
        } throws: { error in
            "\(error)".hasSuffix("init.yml:2: case_points is \"3\" and must be a list of numbers; write [5, 10]")
        }
        let problem = try load("archive: tests.zip\ntest_cases: {case_point: [3]}", zip)
        #expect(problem.tests.map(\.points) == [1])
        #expect(problem.notes.contains { $0.contains("the unknown key \"case_point\" is ignored") })
    }

    @Test func `an archive is as hostile as any zip file`() throws {
        #expect {
            _ = try load("archive: tests.zip\ntest_cases: [{in: x}]", ZipBuilder(["../x": "1"]))
        } throws: { error in
            "\(error)".contains("sums/tests.zip/../x: the path leads out of the zip file; pack without .. in paths")
        }
    }
}
