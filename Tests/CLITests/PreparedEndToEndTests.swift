import FoundationEssentials
import Testing

/// Compiling with what was prepared, by the built program: C++ with precompiled headers, in a state directory of its own.
@Suite(.serialized, .timeLimit(.minutes(60))) struct PreparedEndToEndTests {
    private static let state = Project.root + "/.build/prepared-tests-state"
    private static let environment = VerdictsReport.environment.merging(["ASSAY_STATE": state]) { $1 }

    /// What is prepared once for all tests.
    private static let prepared = Result {
        let result = try BuiltProgram.run(["languages", "--prepare", "cpp17", "cpp17clang"], environment: environment)
        guard result.code == 0 else { throw NotPrepared(said: result.output + result.error) }
    }

    private struct NotPrepared: Error {
        let said: String
    }

    init() throws { try Self.prepared.get() }

    private struct Answer: Decodable {
        struct Compile: Decodable {
            let ok: Bool
            let cached: Bool
            let diagnostics: String
            let peakMemory: Int
        }

        let outcome: String
        let stdout: String?
        let compile: Compile
    }

    private func run(
        _ language: String,
        _ source: String,
        _ environment: [String: String] = PreparedEndToEndTests.environment
    ) throws -> Answer {
        let scratch = try ScratchDirectory()
        let file = try scratch.file("main.cpp", Array((source + "\n// \(UUID())\n").utf8))
        let result = try BuiltProgram.run(["run", file, "--language", language, "--json"], environment: environment)
        return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    }

    private struct Known: Decodable {
        struct Language: Decodable {
            struct Prepared: Decodable {
                let name: String
                let state: String
                let reason: String?
            }

            let id: String
            let prepared: [Prepared]
        }

        let languages: [Language]
    }

    private func states(_ language: String, _ environment: [String: String]) throws -> [String: String] {
        let result = try BuiltProgram.run(["languages", language, "--json"], environment: environment)
        let known = try JSONDecoder().decode(Known.self, from: Data(result.output.utf8))
        let prepared = try #require(known.languages.first).prepared
        return Dictionary(prepared.map { ($0.name, $0.state) }) { first, _ in first }
    }

    private static let hello = "#include <bits/stdc++.h>\nint main() { std::cout << std::vector<int>(3).size(); }"

    @Test(arguments: ["cpp17", "cpp17clang"])
    func `it is used, and takes less memory than the headers themselves`(language: String) throws {
        // Where cgroups of version 1 count, what a box is the first to read from the disk is counted as its own.
        _ = try run(language, Self.hello)
        let fast = try run(language, Self.hello)
        let plain = try run(language, Self.hello, Self.environment.merging(["ASSAY_PREPARED": "none"]) { $1 })
        #expect(fast.stdout == "3" && plain.stdout == "3")
        #expect(fast.compile.peakMemory * 4 < plain.compile.peakMemory * 3)
        #expect(Set(try states(language, Self.environment).values) == ["ready"])
    }

    @Test(
        arguments: ["cpp17", "cpp17clang"],
        [
            // What is defined before an include changes what it means.
            (
                "#define _GLIBCXX_DEBUG\n#include <bits/stdc++.h>\n#ifndef _GLIBCXX_DEBUG_VECTOR\n#error lost\n#endif\nint main() { std::cout << 1; }",
                "1"
            ),
            ("#define NDEBUG\n#include <bits/stdc++.h>\nint main() { assert(false); std::cout << 1; }", "1"),
            ("#define LOCAL 7\n#include <bits/stdc++.h>\nint main() { std::cout << LOCAL; }", "7"),
            (
                "// first\n#include <bits/stdc++.h>\n#define int long long\nsigned main() { int x = 1; std::cout << sizeof x; }",
                "8"
            ),
            ("#include <cstdio>\n#include <bits/stdc++.h>\nint main() { std::cout << 1; }", "1"),
            // A file of the submission's own with the header's name is another file.
            ("#include <iostream>\n#include <vector>\nint main() { std::cout << std::vector<int>(2).size(); }", "2"),
            ("using large = long long;\n#include <bits/stdc++.h>\nint main() { large x = 2; std::cout << x; }", "2"),
        ]
    )
    func `whatever comes before an include means what it meant`(language: String, program: (String, String)) throws {
        let answer = try run(language, program.0)
        #expect(answer.outcome == "exited" && answer.stdout == program.1, "\(answer.compile.diagnostics)")
    }

    @Test(
        arguments: ["cpp17", "cpp17clang"],
        [
            "int main() { std::vector<int> v; }", "#include <cstdio>\nint main() { std::map<int, int> m; }",
            "// #include <bits/stdc++.h>\nint main() { std::vector<int> v; }",
            "// goes on \\\n#include <bits/stdc++.h>\nint main() { std::vector<int> v; }",
        ]
    )
    func `what a source does not include it does not have`(language: String, source: String) throws {
        let answer = try run(language, source)
        #expect(answer.outcome == "compileError")
        #expect(!answer.compile.diagnostics.contains("/opt/assay"))
    }

    @Test func `a program that is wrong is told where, as ever`() throws {
        let answer = try run("cpp17", "#include <bits/stdc++.h>\nint main() {\n    return missing;\n}")
        #expect(answer.outcome == "compileError")
        #expect(answer.compile.diagnostics.hasPrefix("main.cpp: In function"))
        #expect(answer.compile.diagnostics.contains("main.cpp:3:12: error:"))
    }

    /// A compile box is as hostile as any other: what a source includes, or its directives make the compiler do.
    @Test func `no box can write to it`() throws {
        // It is in the box of a compile step only; Python's run box never has it.
        let scratch = try ScratchDirectory()
        let languages = try scratch.directory("Sandboxes")
        for name in ["policies", "etc"] {
            try FileManager.default.copyItem(
                atPath: Project.root + "/Sandboxes/" + name,
                toPath: languages + "/" + name
            )
        }
        try scratch.file("Sandboxes/languages/python3.yaml", Array(Self.writer.utf8))
        let state = try scratch.directory("state")
        let environment = Self.environment.merging(["ASSAY_STATE": state, "ASSAY_SANDBOXES": languages]) { $1 }
        let made = try BuiltProgram.run(["languages", "--prepare", "python3"], environment: environment)
        #expect(made.code == 0, "\(made.output)\(made.error)")
        let file = try scratch.file("main.py", Array(Self.attack.utf8))
        let result = try BuiltProgram.run(["run", file], environment: environment)
        #expect(result.output == "kept\n" + String(repeating: "refused\n", count: 6), "\(result.error)")
        #expect(try states("python3", environment) == ["thing": "ready"])
        let again = try BuiltProgram.run(["run", file], environment: environment)
        #expect(again.output == result.output)
    }

    /// A language that shows what is prepared to the programs that it runs.
    private static let writer = """
        id: python3
        name: Python 3
        extensions: [py]
        packages: [python3]
        tools:
          python3: {candidates: [python3], depth: 2}
        version: {command: ["{python3}", --version]}
        run:
          command: ["{python3}", "{main}"]
          policy: scripting
          root: {base: programs}
          prepared: {thing: {environment: {THING: "{thing}"}}}
        prepare:
          thing:
            step: run
            command: ["{python3}", make.py]
            environment: {THING: "{thing}"}
            files: {make.py: "import os\\nopen(os.environ['THING'] + '/kept', 'w').write('kept')\\n"}
        selfTest: {file: a.py, source: "print(1)", output: "1\\n"}
        """

    private static let attack = """
        import os
        place = os.environ['THING']
        print(open(place + '/kept').read())
        def attempt(what):
            try:
                what()
                print('done')
            except OSError:
                print('refused')
        attempt(lambda: open(place + '/kept', 'w'))
        attempt(lambda: open(place + '/new', 'w'))
        attempt(lambda: os.remove(place + '/kept'))
        attempt(lambda: os.rename(place + '/kept', place + '/other'))
        attempt(lambda: os.chmod(place + '/kept', 0o666))
        attempt(lambda: os.mkdir(place + '/directory'))
        """

    @Test func `what is damaged is not used, and languages and doctor say so`() throws {
        let scratch = try ScratchDirectory()
        let environment = Self.environment.merging(["ASSAY_STATE": try scratch.directory("state")]) { $1 }
        func prepare() throws -> Int {
            try BuiltProgram.run(["languages", "--prepare", "cpp17clang"], environment: environment).code
        }
        #expect(try prepare() == 0)
        let store = scratch.path + "/state/prepared"
        let directories = try FileManager.default.contentsOfDirectory(atPath: store)
        let files = directories.map { "\(store)/\($0)/header.pch" }
        let file = try #require(files.first { FileManager.default.fileExists(atPath: $0) })
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        let handle = try Data(contentsOf: URL(filePath: file))
        try Data(handle.prefix(handle.count / 2) + Data(repeating: 0, count: handle.count - handle.count / 2))
            .write(to: URL(filePath: file))
        #expect(try run("cpp17clang", Self.hello, environment).stdout == "3")
        #expect(try states("cpp17clang", environment)["headers"] == "damaged")
        let text = try BuiltProgram.run(["languages", "cpp17clang"], environment: environment).output
        #expect(text.contains("cpp17clang: headers is not used: header.pch was changed"))
        let doctor = try BuiltProgram.run(["doctor", "--json"], environment: environment).output
        #expect(doctor.contains("damaged and not used: cpp17clang: header.pch was changed"))
        #expect(try prepare() == 0)
        #expect(try states("cpp17clang", environment)["headers"] == "ready")
    }

    /// The same as if the profile had been edited: what was made with other flags is never offered to the compiler.
    @Test func `headers that were made with other flags are not used`() throws {
        let scratch = try ScratchDirectory()
        let sandboxes = try scratch.directory("Sandboxes")
        for name in ["languages", "policies", "etc", "roots"] {
            try FileManager.default.copyItem(
                atPath: Project.root + "/Sandboxes/" + name,
                toPath: sandboxes + "/" + name
            )
        }
        let profile = sandboxes + "/languages/cpp20clang.yaml"
        let text = try String(contentsOfFile: profile, encoding: .utf8)
        let head = "[-include-pch, \"{headers}/header.pch\"]"
        #expect(text.contains(head))
        try Data(text.utf8).write(to: URL(filePath: profile))
        let state = try scratch.directory("state")
        let environment = Self.environment.merging(["ASSAY_STATE": state, "ASSAY_SANDBOXES": sandboxes]) { $1 }
        #expect(try BuiltProgram.run(["languages", "--prepare", "cpp17clang"], environment: environment).code == 0)
        #expect(try states("cpp17clang", environment)["headers"] == "ready")
        try Data(text.replacing("      - -O2\n", with: "      - -O1\n").utf8).write(to: URL(filePath: profile))
        #expect(try states("cpp17clang", environment)["headers"] == "stale")
        #expect(try run("cpp17clang", Self.hello, environment).stdout == "3")
    }

    @Test func `the same submission is compiled once`() throws {
        let scratch = try ScratchDirectory()
        let file = try scratch.file("main.cpp", Array((Self.hello + "\n// \(UUID())\n").utf8))
        var cached: [Bool] = []
        for _ in 0..<2 {
            let result = try BuiltProgram.run(
                ["run", file, "--language", "cpp17", "--json"],
                environment: Self.environment
            )
            cached.append(try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8)).compile.cached)
        }
        #expect(cached == [false, true])
    }
}
