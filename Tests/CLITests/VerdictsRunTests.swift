import Glibc
import Linux
import Testing

/// What solutions do that are neither right nor wrong, in every language: it works in a box as it does elsewhere.
@Suite(.timeLimit(.minutes(60))) struct VerdictsRunTests {
    private func run(_ program: VerdictsProgram) throws -> BuiltProgram.Result {
        let scratch = try ScratchDirectory()
        let file = try scratch.file(program.file, Array(program.source.utf8))
        let input = try scratch.file("input", Array("word\n".utf8))
        let arguments = ["run", file, "--language", program.language, "--stdin", input]
        return try BuiltProgram.run(arguments, environment: VerdictsReport.environment)
    }

    @Test(arguments: VerdictsProgram.lines)
    func `a million lines are printed`(program: VerdictsProgram) throws {
        let result = try run(program)
        #expect(result.code == 0, "\(result.error)")
        #expect(result.output.utf8.count == 6_888_896)
        #expect(result.output.utf8.count { $0 == UInt8(ascii: "\n") } == 1_000_000)
        #expect(result.output.hasSuffix("\n999999\n1000000\n"))
    }

    @Test(arguments: VerdictsProgram.devices)
    func `the standard streams have their names`(program: VerdictsProgram) throws {
        let result = try run(program)
        #expect(result.code == 0, "\(result.error)")
        #expect(result.output == "out word\n")
        #expect(result.error.hasPrefix("err word\nassay: exited with code 0  "))
    }

    @Test(arguments: ["-", "/dev/stdin", "/proc/self/fd/0"])
    func `what comes through a pipe is standard input`(place: String) throws {
        let scratch = try ScratchDirectory()
        let file = try scratch.file("echo.py", Array("print(input() + '!')\n".utf8))
        let result = try BuiltProgram.run(
            ["run", file, "--stdin", place],
            environment: VerdictsReport.environment,
            under: ["/bin/bash", "-c", "echo word | \"$0\" \"$@\""]
        )
        #expect(result.code == 0, "\(result.error)")
        #expect(result.output == "word!\n")
    }

    @Test(arguments: [
        // Opened for both, a pipe has somebody who could write.
        ("-", "mkfifo \"$0\" && exec 3<>\"$0\" && exec \"$1\" \"${@:2}\" <&3"),
        // One that nobody has open at all.
        ("in.pipe", "mkfifo \"$0\" && exec \"$1\" \"${@:2}\""),
    ])
    func `waiting for standard input that never comes is called off`(place: String, line: String) throws {
        let scratch = try ScratchDirectory()
        let file = try scratch.file("echo.py", Array("print(input() + '!')\n".utf8))
        let pipe = scratch.path + "/in.pipe"
        let process = try BuiltProgram.start(
            ["run", file, "--stdin", place == "-" ? place : pipe],
            environment: VerdictsReport.environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own },
            under: ["/bin/bash", "-c", line, pipe]
        )
        try process.awaitThreads(atLeast: 2)
        process.send(SIGTERM)
        #expect(try process.child.wait() == .exited(143))
    }

    @Test func `an import of a file that is not there does not compile in TypeScript`() throws {
        let scratch = try ScratchDirectory()
        let source =
            "import * as fs from 'fs';\nimport { strict } from 'node:assert';\nimport { f } from './nope';\nf(fs, strict);\n"
        let file = try scratch.file("a.ts", Array(source.utf8))
        let result = try BuiltProgram.run(["run", file], environment: VerdictsReport.environment)
        #expect(result.code == 1)
        let lines = (result.output + result.error).split(separator: "\n").filter { $0.contains("error TS") }
        #expect(lines.count == 1 && lines[0].contains("a.ts(3,19): error TS2307"), "\(lines)")
    }

    @Test func `PHP reads lines by readline`() throws {
        let scratch = try ScratchDirectory()
        let source =
            "<?php\nwhile (($line = readline('prompt')) !== false) { echo $line, '.'; }\necho posix_getpid() > 0;\n"
        let file = try scratch.file("a.php", Array(source.utf8))
        let input = try scratch.file("input", Array("one two\nthree".utf8))
        let result = try BuiltProgram.run(["run", file, "--stdin", input], environment: VerdictsReport.environment)
        #expect(result.code == 0 && result.output == "one two.three.1", "\(result.error)")
    }

    @Test func `run starts the file that is named`() throws {
        let scratch = try ScratchDirectory()
        let other = try scratch.file("a.py", Array("text = 'a'\nprint('wrong')\n".utf8))
        let start = try scratch.file("start.py", Array("print('right')\n".utf8))
        for entry in ["start.py", "start"] {
            let arguments = ["run", other, start, "--entry", entry]
            let result = try BuiltProgram.run(arguments, environment: VerdictsReport.environment)
            #expect(result.code == 0 && result.output == "right\n", "\(result.error)")
        }
        let missing = try BuiltProgram.run(
            ["run", other, start, "--entry", "b.py"],
            environment: VerdictsReport.environment
        )
        #expect(missing.code == 2 && missing.error.contains("there is no source file `b.py` to start"))
    }

    // MARK: Several files

    /// The second file of each is the one to start; the first says something else.
    @Test(arguments: [
        [
            "words.py": "text = 'Hello, World!'\nif __name__ == '__main__':\n    print('words')\n",
            "start.py": "import words\nprint(words.text)\n",
        ],
        [
            "Alone.java": "public class Alone { public static void main(String[] all) { System.out.println(1); } }\n",
            "Start.java": "class Start { public static void main(String[] all) { System.out.println(Words.text); } }\n",
            "Words.java": "class Words { static final String text = \"Hello, World!\"; }\n",
        ],
        [
            "alone.js": "console.log('alone');\n",
            "start.js": "console.log(require('./words').text);\n",
            "words.js": "exports.text = 'Hello, World!';\n",
        ],
        [
            "start.cpp":
                "#include \"words.h\"\n#include <iostream>\nint main() { std::cout << words() << std::endl; }\n",
            "words.cpp": "#include \"words.h\"\nconst char *words() { return \"Hello, World!\"; }\n",
            "words.h": "#pragma once\nconst char *words();\n",
        ],
    ])
    func `several files are one submission`(files: [String: String]) throws {
        let scratch = try ScratchDirectory()
        let names = files.keys.sorted()
        let paths = try names.map { try scratch.file($0, Array((files[$0] ?? "").utf8)) }
        let start = try #require(names.first { $0.lowercased().hasPrefix("start.") })
        let entry = start.hasSuffix("cpp") ? [] : ["--entry", start.hasSuffix("java") ? "Start" : start]
        let report = try VerdictsReport.submit(["hello"] + paths + entry)
        #expect(report.conclusion == "AC", "\(report)")
    }
}
