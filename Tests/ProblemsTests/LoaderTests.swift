import Core
import Problems
import Testing

@Suite struct LoaderTests {
    private func failure(_ directory: String) -> String {
        do throws(PackageError) {
            _ = try ProblemLoader().load(directory)
            return "loaded"
        } catch {
            return error.description
        }
    }

    @Test func `refuses what is no package`() {
        #expect(failure("/nowhere/at/all") == "/nowhere/at/all: there is no such directory; check the path")
        #expect(failure("/tmp\u{0}x") == "/tmp\\0x: there is no such directory; check the path")
        let package = ScratchPackage.complete()
        let file = package.directory + "/problem.yaml"
        #expect(failure(file) == "\(file): this is no directory; give the directory of a problem package")
        package.remove("problem.yaml")
        #expect(
            package.issues() == [
                "PACKAGE: this is no problem package: it has no problem.yaml; add one (it may be empty), or DMOJ's init.yml, or give another directory"
            ]
        )
    }

    @Test func `takes the name from the directory however it is written`() throws {
        let package = ScratchPackage.complete(name: "twosum")
        for ending in ["", "/", "//", "/.", "/data/.."] {
            #expect(try ProblemLoader().load(package.directory + ending).shortName == "twosum")
            #expect(try ProblemLoader().load(package.directory + ending).directory == package.directory)
        }
    }

    @Test func `follows links inside a package and refuses those that leave it`() throws {
        let package = ScratchPackage.complete()
        package.link("data/secret/2.in", to: "1.in")
        package.link("data/secret/2.ans", to: "../secret/1.ans")
        #expect(try package.load().tests.map(\.name) == ["secret/1", "secret/2"])
        let message = "this symbolic link leaves the package; put a copy in its place"
        for (path, target) in [
            ("data/secret/3.in", "/etc/passwd"), ("data/secret/3.ans", "../../../../../../../etc/passwd"),
            ("data/sample", "/usr/share"),
            ("include", "/etc"), (".timelimit", "/proc/uptime"), ("data/testdata.yaml", "/etc/passwd"),
        ] {
            let package = ScratchPackage.complete(["data/secret/3.in": "", "data/secret/3.ans": ""])
            package.remove(path)
            package.link(path, to: target)
            #expect(package.issues() == ["\(path): \(message)"])
        }
        let problemYAML = ScratchPackage.complete()
        problemYAML.remove("problem.yaml")
        problemYAML.link("problem.yaml", to: "/etc/hostname")
        #expect(problemYAML.issues() == ["problem.yaml: \(message)"])
    }

    @Test func `refuses links to nothing and to directories above`() {
        let dangling = ScratchPackage.complete(["data/secret/2.ans": ""])
        dangling.link("data/secret/2.in", to: "nothing")
        #expect(
            dangling.issues() == [
                "data/secret/2.in: this symbolic link leads to nothing, where nothing is; mend or remove it"
            ]
        )
        let circle = ScratchPackage.complete()
        circle.link("data/secret/again", to: "..")
        #expect(circle.issues().first?.contains("groups are nested more than 16 deep") == true)
    }

    @Test func `refuses pipes and directories in the place of files`() {
        let pipe = ScratchPackage.complete(["data/secret/2.ans": ""])
        pipe.makePipe("data/secret/2.in")
        #expect(pipe.issues() == ["data/secret/2.in: this is no regular file; replace it"])
        let directory = ScratchPackage.complete(["data/secret/2.in": ""])
        directory.makeDirectory("data/secret/2.ans")
        #expect(
            directory.issues() == [
                "data/secret/2.ans: this is a directory, and a file is needed; replace it"
            ]
        )
    }

    @Test func `refuses file names with control characters`() {
        let package = ScratchPackage.complete(["data/secret/a\nb.in": ""])
        #expect(package.issues() == ["data/secret/a\\nb.in: the file name has control characters; rename it"])
    }

    @Test func `puts include files beside submissions, the nearest language first`() throws {
        let package = ScratchPackage.complete([
            "include/default/a.txt": "default", "include/default/b.txt": "default", "include/cpp/b.txt": "cpp",
            "include/cpp/sub/c.h": "cpp", "include/cpp17/a.txt": "cpp17", "include/README": "",
        ])
        let problem = try package.load()
        func contents(_ language: LanguageID, code: LanguageID? = nil) throws -> [String] {
            try problem.includes(for: language, code: code).map {
                "\($0.path)=\(String(decoding: try $0.content.bytes(), as: UTF8.self))"
            }
        }
        #expect(try contents("java") == ["a.txt=default", "b.txt=default"])
        #expect(try contents("cpp") == ["a.txt=default", "b.txt=cpp", "sub/c.h=cpp"])
        #expect(try contents("cpp17") == ["a.txt=cpp17", "b.txt=cpp", "sub/c.h=cpp"])
        #expect(try contents("cpp17clang", code: "cpp") == ["a.txt=default", "b.txt=cpp", "sub/c.h=cpp"])
        #expect(try package.notes() == ["include/README: ignored; put it into a directory named by its language"])
    }

    @Test func `notes files that it does not read`() throws {
        let package = ScratchPackage.complete(["assay.yaml": "x"])
        #expect(try package.notes() == ["assay.yaml: ignored; nothing reads this file yet"])
    }

    @Test func `replaces constants in sources and settings but not in data`() throws {
        let package = ScratchPackage.complete([
            "problem.yaml": """
            problem_format_version: 2025-09
            constants:
              eps: 1e-3
              n: {value: 7, long: seven}
            """,
            "data/secret/test_group.yaml": "output_validator_args: [float_tolerance, '{{eps}}']\n",
            "data/secret/1.in": "{{n}}",
            "include/default/n.h": "{{n}} {{n.value}} {{eps.value}} {{n.long}} {{other}} {{ {n} {{{n}} {{n}",
            "submissions/accepted/a.py": "print({{n}})",
        ])
        let problem = try package.load()
        #expect(problem.tests.first?.standardValidator?.absoluteTolerance == 1e-3)
        #expect(try problem.tests.first?.input.bytes() == Array("{{n}}".utf8))
        let included = try #require(try problem.includes(for: "c").first?.content.bytes())
        #expect(String(decoding: included, as: UTF8.self) == "7 7 1e-3 seven {{other}} {{ {n} {7 {{n}")
        #expect(try problem.referenceSubmissions().first?.files.first?.content == Array("print(7)".utf8))
        withExtendedLifetime(package) {}
    }
}
