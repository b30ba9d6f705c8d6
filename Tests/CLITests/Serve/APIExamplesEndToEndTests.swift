import FoundationEssentials
import Glibc
import Linux
import Testing

/// The examples of docs/api.md, run as they stand against `assay serve` as it was built.
@Suite(.timeLimit(.minutes(60))) struct APIExamplesEndToEndTests {
    /// One fenced block of code, and what it says that it prints.
    struct Example {
        let language: String
        let code: String
        let output: String
    }

    /// By what a block of that language is run, behind its file's name.
    private static let programs = ["sh": "/bin/bash -eu", "python": "python3", "js": "node"]
    private static let endings = ["sh": "sh", "python": "py", "js": "mjs"]

    /// The blocks of the page in their order; each has to be followed by what it prints.
    private static func examples() throws -> [Example] {
        let page = try String(contentsOfFile: Project.root + "/docs/api.md", encoding: .utf8)
        var blocks: [(language: String, text: String)] = []
        var isInside = false
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if !isInside { blocks.append((String(line.dropFirst(3)), "")) }
                isInside.toggle()
            } else if isInside {
                blocks[blocks.count - 1].text += line + "\n"
            }
        }
        var examples: [Example] = []
        for (place, block) in blocks.enumerated() where block.language != "text" {
            guard place + 1 < blocks.count, blocks[place + 1].language == "text" else { throw NoOutput(block.text) }
            examples.append(Example(language: block.language, code: block.text, output: blocks[place + 1].text))
        }
        return examples
    }

    struct NoOutput: Error {
        let code: String
        init(_ code: String) { self.code = code }
    }

    @Test func `every example prints what the page says`() throws {
        let scratch = try ScratchDirectory()
        let environment = [
            // It goes with the build, so that self-tests run once.
            "ASSAY_STATE": Project.root + "/.build/cli-tests-state",
            "ASSAY_DATABASE": "sqlite:\(scratch.path)/queue.db", "HOME": "/nonexistent",
        ]
        let made = try BuiltProgram.run(["keys", "create", "--scope", "admin"], environment: environment)
        #expect(made.code == 0, "\(made.error)")
        let server = try BuiltProgram.start(
            ["serve", "--worker", "1", "--languages", "python3", "--listen", "127.0.0.1:0"],
            environment: environment
        )
        defer { server.send(SIGKILL) }
        let port = try server.awaitPort()
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/Problems",
            withDestinationPath: Project.root + "/Problems"
        )
        let examples = try Self.examples()
        #expect(Set(examples.map(\.language)) == Set(Self.programs.keys))
        for (number, example) in examples.enumerated() {
            let program = try #require(Self.programs[example.language], "\(example.language)")
            let file = try scratch.file(
                "example\(number).\(Self.endings[example.language, default: ""])",
                Array(example.code.utf8)
            )
            let result = try HostShell.run(
                "cd \(scratch.path) && exec \(program) \(file)",
                environment: [
                    "PATH": HostEnvironment.variables()["PATH"] ?? "/usr/bin:/bin", "HOME": scratch.path,
                    "ASSAY_URL": "http://127.0.0.1:\(port)",
                    "ASSAY_KEY": made.output.filter { !$0.isNewline },
                ]
            )
            #expect(result.code == 0, "\(example.code)\n\(result.output)\n\(result.error)")
            #expect(
                isLike(result.output, example.output),
                "\(example.code)\nprinted:\n\(result.output)\nthe page says:\n\(example.output)"
            )
        }
        server.send(SIGTERM)
        let (end, log) = try server.end()
        #expect(end == .exited(0), "\(log)")
    }

    /// Whether `text` is `pattern` with something in place of each `…`; an end of a line more or less is the same.
    private func isLike(_ text: String, _ pattern: String) -> Bool {
        func trimmed(_ text: String) -> Substring {
            text.prefix(text.count - text.reversed().prefix { $0.isNewline }.count)
        }
        var rest = trimmed(text)
        let parts = trimmed(pattern).split(separator: "…", omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() {
            if place == 0 {
                guard rest.hasPrefix(part) else { return false }
                rest = rest.dropFirst(part.count)
            } else if place == parts.count - 1 {
                return rest.hasSuffix(part)
            } else {
                guard let found = rest.firstRange(of: part) else { return false }
                rest = rest[found.upperBound...]
            }
        }
        return rest.isEmpty
    }
}
