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
