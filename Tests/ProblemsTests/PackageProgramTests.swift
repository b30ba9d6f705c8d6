import Core
import Problems
import Testing

@Suite struct PackageProgramTests {
    private static let newer = "problem_format_version: 2025-09\n"

    private func programs(_ yaml: String, _ paths: [String]) throws -> [String] {
        let files = Dictionary(uniqueKeysWithValues: paths.map { ($0, "x") })
        let problem = try ScratchPackage.complete(files.merging(["problem.yaml": yaml]) { $1 }).load()
        guard case .custom(let programs) = problem.validator else { return [] }
        #expect(problem.tests.allSatisfy { $0.standardValidator == nil })
        return programs.map { program in
            "\(program.name) \(program.language?.rawValue ?? "\(program.kind)") \(program.entry ?? "-") \(program.files.map(\.path).joined(separator: ","))"
        }
    }

    @Test(arguments: [
        (["v.cpp"], ["output_validators/v.cpp cpp - v.cpp"]),
        (["v.cc", "util.h", "README"], ["output_validators/v.cc cpp - v.cc,util.h"]),
        (["a.c", "b.py"], ["output_validators/a.c c - a.c", "output_validators/b.py python3 b.py b.py"]),
        (
            ["d/v.cpp", "d/sub/u.h", "e.py"],
            ["output_validators/d cpp - sub/u.h,v.cpp", "output_validators/e.py python3 e.py e.py"]
        ),
        (
            ["d/__init__.py", "d/__main__.py", "d/x.txt"],
            ["output_validators/d python3 __main__.py __init__.py,__main__.py,x.txt"]
        ),
        (["d/only.py", "d/words.txt"], ["output_validators/d python3 only.py only.py,words.txt"]),
        (["a.py", "__pycache__/a.pyc", "lib/x.h"], ["output_validators/a.py python3 a.py a.py"]),
        (["d/a.py", "d/__pycache__/a.pyc"], ["output_validators/d python3 a.py a.py"]),
    ])
    func `takes every file and directory for a validator in the older format`(
        names: [String],
        expected: [String]
    ) throws {
        #expect(try programs("validation: custom", names.map { "output_validators/" + $0 }) == expected)
    }

    @Test(arguments: [
        (["v.cpp", "u.h"], ["output_validator cpp - u.h,v.cpp"]), (["v.py"], ["output_validator python3 v.py v.py"]),
        (["d/v.cpp", "d/u.h"], ["output_validator/d cpp - u.h,v.cpp"]),
        (["__main__.py", "lib/a.py"], ["output_validator python3 __main__.py __main__.py,lib/a.py"]),
    ])
    func `takes the directory for one validator in the newer format`(names: [String], expected: [String]) throws {
        #expect(try programs(PackageProgramTests.newer, names.map { "output_validator/" + $0 }) == expected)
    }

    @Test func `tells of directories without a source beside a program`() throws {
        let package = ScratchPackage.complete([
            "problem.yaml": "validation: custom", "output_validators/a.py": "", "output_validators/lib/x.h": "",
            "output_validators/__pycache__/a.pyc": "", "input_validators/v.ctd": "", "input_validators/old/README": "",
            "input_validators/__pycache__/a.pyc": "",
        ])
        let message = "ignored; there is no source of a program in this directory"
        #expect(try package.notes() == ["output_validators/lib: \(message)"])
        let validators = try package.use { try $0.inputValidators() }
        #expect(validators.programs.map(\.name) == ["input_validators/v.ctd"])
        #expect(validators.noted.map(\.message) == [message])
    }

    @Test func `uses the standard validator where none is asked for`() throws {
        #expect(try programs("", ["output_validators/v.cpp", "output_validator/v.cpp"]) == [])
        let package = ScratchPackage.complete(["output_validators/v.cpp": "", "output_validator/v.cpp": ""])
        #expect(
            try package.notes() == [
                "output_validators: ignored; problem.yaml says \"validation: default\"",
                "output_validator: ignored; it belongs to the format 2025-09",
            ]
        )
    }

    @Test func `the older format's validator may be in the newer one's directory, as with DOMjudge`() throws {
        #expect(
            try programs("validation: custom", ["output_validator/v.py", "output_validator/data.txt"]).count == 1
        )
        #expect(
            try programs("validation: custom", ["output_validator/v.py", "output_validators/w/w.cpp"]).map {
                $0.hasPrefix("output_validators/w")
            } == [true]
        )
    }

    @Test(arguments: [(["build"], true), (["run"], false), (["build", "run"], true)])
    func `has scripts do what a language would`(scripts: [String], hasBuild: Bool) throws {
        let names = scripts + ["v.cpp"]
        let kind = "scripts(hasBuild: \(hasBuild)) - \(names.sorted().joined(separator: ","))"
        #expect(
            try programs("validation: custom", names.map { "output_validators/v/" + $0 })
                == ["output_validators/v \(kind)"]
        )
        #expect(
            try programs(PackageProgramTests.newer, names.map { "output_validator/" + $0 })
                == ["output_validator \(kind)"]
        )
    }

    @Test(arguments: [
        (
            ["problem.yaml": "validation: custom"],
            "output_validators: validation is custom, and there is no output validator; add one, or write \"validation: default\""
        ),
        (
            ["problem.yaml": "validation: custom", "output_validators/README": ""],
            "output_validators: there is no source of an output validator; add a C, C++ or Python 3 file, or a "
                + "directory with them or with the scripts build and run"
        ),
        (
            ["problem.yaml": "validation: custom", "output_validators/v/v.rs": ""],
            "output_validators/v: there is no source of an output validator; add a C, C++ or Python 3 file, or a "
                + "directory with them or with the scripts build and run"
        ),
        (
            ["problem.yaml": "validation: custom", "output_validators/v/a.py": "", "output_validators/v/b.py": ""],
            "output_validators/v: the output validator has several Python files and none to start with; call that one __main__.py"
        ),
        (
            ["problem.yaml": newer, "output_validators/v.cpp": ""],
            "output_validators: in the format 2025-09 the directory has another name; call it output_validator"
        ),
    ])
    func `says what is wrong with validators`(files: [String: String], issue: String) {
        #expect(ScratchPackage.complete(files).issues() == [issue])
    }
}
