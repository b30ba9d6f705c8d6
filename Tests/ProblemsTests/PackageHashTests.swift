import Problems
import Testing

@Suite struct PackageHashTests {
    private static let files = [
        "problem.yaml": "name: x\nvalidation: custom\n", "data/secret/1.in": "1", "data/secret/1.ans": "2",
        "include/c/a.h": "3",
        "output_validators/v.c": "4", ".timelimit": "1", "domjudge-problem.ini": "a=b",
    ]

    private func hash(_ changes: [String: String] = [:], name: String = "a") throws -> String {
        let files = PackageHashTests.files.merging(changes) { $1 }
        return try ScratchPackage(files, name: name).use { try $0.packageHash() }
    }

    @Test func `depends on the contents alone`() throws {
        let first = try hash()
        #expect(first.count == 64)
        #expect(try hash(name: "b") == first)
        #expect(
            try hash(["statement/problem.en.md": "x", "submissions/accepted/a.py": "", "data/.git/x": ""]) == first
        )
    }

    @Test(
        arguments: PackageHashTests.files.keys.sorted() + [
            "data/secret/2.desc", "include/c/b.h", "data/sample/1.png", "graders/g.py", "static_validator/s.py",
        ]
    )
    func `changes with everything that judging depends on`(path: String) throws {
        #expect(try hash([path: path == ".timelimit" ? "2" : "name: y\nvalidation: custom"]) != (try hash()))
    }

    @Test func `tells where one file ends and the next begins`() throws {
        #expect(try hash(["data/secret/1.in": "12", "data/secret/1.ans": ""]) != (try hash(["data/secret/1.in": "1"])))
        #expect(
            try hash(["include/c/a": "", "include/c/b": "x"]) != (try hash(["include/c/a": "x", "include/c/b": ""]))
        )
    }

    @Test func `refuses to leave a file out`() throws {
        let package = ScratchPackage(PackageHashTests.files)
        let problem = try package.load()
        package.link("data/secret/escape", to: "/etc/passwd")
        withExtendedLifetime(package) {
            _ = #expect(throws: PackageError.self) { try problem.packageHash() }
        }
    }
}
