import Core
import FoundationEssentials
import Languages
import Testing

@Suite struct CommandTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// The toolchain of `profile` with tools that are only names.
    private func toolchain(_ id: LanguageID, directory: String = Shipped.languages) throws -> Toolchain {
        let profile = try #require(try LanguageCatalog(directory: directory).profile(id))
        for tool in profile.tools {
            for candidate in tool.candidates where !candidate.contains("/") {
                try scratch.writeTool("t/x/bin/" + candidate)
            }
        }
        let locator = ToolchainLocator(
            searchPath: [],
            home: nil,
            etc: Shipped.sandboxes + "/etc",
            standardPath: [scratch.path + "/t/x/bin"]
        )
        return try locator.locate(profile)
    }

    private func sample() throws -> Toolchain {
        try scratch.write("p/zig.yaml", SampleProfile.text)
        return try toolchain("zig", directory: scratch.path + "/p")
    }

    private func files(_ names: String...) -> [BoxFile] { names.map { BoxFile(path: $0, content: MemoryBytes("")) } }

    private func run(
        _ toolchain: Toolchain,
        _ files: [BoxFile],
        entry: String? = nil,
        arguments: [String] = [],
        limits: Limits = Limits()
    ) throws -> Command {
        try toolchain.runCommand(
            artifact: ArtifactKey(rawValue: "key"),
            files: files,
            entry: entry,
            arguments: arguments,
            input: MemoryBytes("in"),
            limits: limits
        )
    }

    @Test func `a compile command has the sources, and collects what it leaves`() throws {
        let toolchain = try sample()
        let limits = Limits(memory: .mebibytes(100))
        let command = try #require(
            try toolchain.compileCommand(
                files: files("a.zig", "x.zon", "main.zg", "-b.zig"),
                entry: nil,
                limits: limits
            )
        )
        let zig = try #require(toolchain.tools["zig"])
        #expect(command.arguments == [zig, "build", "-o", "/box/program", "-m90", "a.zig", "main.zg", "./-b.zig"])
        #expect(command.environment == ["CACHE": "/tmp/main"])
        #expect(command.files.map(\.path) == ["a.zig", "x.zon", "main.zg", "-b.zig"])
        #expect(command.collection?.directory == "/box")
        #expect(command.policy == "compiler")
        #expect(command.limits.memory == .mebibytes(100))
        #expect(command.limits.processes >= 64)
        #expect(command.limits.output > .mebibytes(100))
        guard case .scratch = command.workspace else { return #expect(Bool(false), "\(command.workspace)") }
    }

    @Test func `a run command has the problem's limits with the language's allowances`() throws {
        let limits = Limits(cpuTime: .seconds(2), memory: .mebibytes(100), processes: 5)
        let command = try run(try sample(), files("a.zig"), arguments: ["x", "{y}"], limits: limits)
        #expect(command.arguments == ["/box/program", "--stack=65536", "x", "{y}"])
        #expect(command.limits.cpuTime == .seconds(3))
        #expect(command.limits.wallTime == limits.wallTime * 1.5)
        #expect(command.limits.memory == .mebibytes(132))
        #expect(command.limits.processes == 100)
        #expect(command.limits.stack == .mebibytes(64))
        #expect(command.limits.output == limits.output)
        #expect(command.files.isEmpty && command.collection == nil)
        guard case .artifact(let key) = command.workspace else { return #expect(Bool(false), "\(command.workspace)") }
        #expect(key.rawValue == "key")
    }

    @Test func `a run-time system is told how many processes and threads it may have, however large the host`() throws {
        let text = SampleProfile.replacing("--stack={stack}", with: "{threads}/{processes}")
        try scratch.write("p/zig.yaml", text)
        let toolchain = try toolchain("zig", directory: scratch.path + "/p")
        let words = try #require(try run(toolchain, files("a.zig")).arguments.dropFirst().first).split(separator: "/")
        #expect(words.last == "100")
        let threads = try #require(words.first.flatMap { Int($0) })
        #expect((1...6).contains(threads) && threads <= ProcessInfo.processInfo.activeProcessorCount)
    }

    @Test(arguments: [
        (["b.py", "main.py"], nil, "main.py"), (["b.py", "__main__.py"], nil, "__main__.py"),
        (["b.py", "a.py"], nil, "b.py"),
        (["b.py", "main.py"], "b.py", "b.py"), (["b.py", "main.py"], "b", "b.py"), (["-v.py"], nil, "./-v.py"),
        (["@v.py"], nil, "./@v.py"),
        (["notes.txt", "b.py"], nil, "b.py"), (["solve"], nil, "solve.py"), (["a.txt", "b.txt"], nil, "a.txt.py"),
    ])
    func `the file to start is the one named, else main, else the first`(
        names: [String],
        entry: String?,
        main: String
    ) throws {
        let sources = names.map { BoxFile(path: $0, content: MemoryBytes("")) }
        let toolchain = try toolchain("python3")
        let command = try run(toolchain, sources, entry: entry)
        #expect(command.arguments.last == main)
        let check = try #require(try toolchain.compileCommand(files: sources, entry: entry, limits: Limits()))
        #expect(check.files.contains { "./" + $0.path == main || $0.path == main })
    }

    @Test func `sources lie in the box without byte order marks, and other files as they are`() throws {
        let mark = "\u{FEFF}"
        let given = ["a.zig", "b.zig", "x.zon", "data.txt"].map { name in
            BoxFile(path: name, content: MemoryBytes(name == "b.zig" ? "say \(mark)" : "\(mark)say"))
        }
        let command = try #require(try sample().compileCommand(files: given, entry: nil, limits: Limits()))
        let texts = try command.files.map { String(decoding: try $0.content.bytes(), as: UTF8.self) }
        #expect(texts.map { Array($0.utf8) } == ["say", "say \(mark)", "say", "\(mark)say"].map { Array($0.utf8) })
    }

    @Test(arguments: [
        ("a\r\nb\r\n", "a\nb\n"), ("\u{FEFF}a\r\nb", "a\nb"), ("a\r\nb\n", "a\r\nb\n"), ("a\rb\r\n", "a\rb\r\n"),
        ("a\nb", "a\nb"), ("a\r\nb\r", "a\r\nb\r"), ("\r\n", "\n"), ("", ""),
    ])
    func `where all lines end as on Windows they end plainly in the box`(text: String, expected: String) throws {
        let laid = try sample().laidOut([BoxFile(path: "a.zig", content: MemoryBytes(text))], entry: nil)
        #expect(try laid[0].content.bytes() == Array(expected.utf8))
    }

    @Test func `without a compile step the files lie in the box as it is told to start them`() throws {
        let toolchain = try toolchain("sql")
        #expect(toolchain.profile.compile == nil)
        let given = [BoxFile(path: "query", content: MemoryBytes("\u{FEFF}SELECT 1;"))]
        let laid = try toolchain.laidOut(given, entry: nil)
        #expect(laid.map(\.path) == ["query.sql"])
        #expect(try laid[0].content.bytes() == Array("SELECT 1;".utf8))
        #expect(try toolchain.entryPoint(of: given, entry: nil) == "query.sql")
    }

    @Test func `an entry that is not there is an error that names the files`() throws {
        let toolchain = try toolchain("python3")
        let error = #expect(throws: EntryError.self) {
            try toolchain.compileCommand(files: files("a.py", "b.py"), entry: "c.py", limits: Limits())
        }
        #expect(error?.description == "there is no source file `c.py` to start; the files are a.py, b.py")
        let none = #expect(throws: EntryError.self) { try run(toolchain, []) }
        #expect(none?.description == "there are no source files; name at least one")
    }

    @Test func `where the compiler finds what to start an entry may not choose among several`() throws {
        try scratch.write("p/zig.yaml", "entry: compiler\n" + SampleProfile.text)
        let toolchain = try toolchain("zig", directory: scratch.path + "/p")
        func compile(_ sources: [String], entry: String) throws {
            let files = zip(["a.zig", "b.zig"], sources).map { BoxFile(path: $0, content: MemoryBytes($1)) }
            _ = try toolchain.compileCommand(files: files, entry: entry, limits: Limits())
        }
        try compile(["fun main() {}", "fun help() {}"], entry: "AKt")
        try compile(["fun main() {}"], entry: "a.zig")
        let error = #expect(throws: EntryError.self) {
            try compile(["fun main() {}", "fun main() {}"], entry: "b.zig")
        }
        #expect(
            error?.description
                == "Zig starts the one main that there is, and a.zig, b.zig have one each; keep one, without an entry"
        )
    }

    @Test func `the program's name is never that of a source`() throws {
        let command = try run(try toolchain("c"), files("a.c", "program"))
        #expect(command.arguments == ["/box/program_"])
    }

    @Test func `TypeScript runs what was made of its main file`() throws {
        #expect(try run(try toolchain("typescript"), files("a.ts", "main.ts")).arguments.last == "main.js")
    }

    @Test(arguments: [
        ("javac 17.0.15\n", "java", "17.0.15"), ("gcc (Debian 12.2.0-14+deb12u1) 12.2.0\n", "c", "12.2.0"),
        ("Debian clang version 14.0.6\n", "cclang", "14.0.6"), ("go version go1.19.8 linux/amd64", "go", "1.19.8"),
        ("v20.20.2", "javascript", "20.20.2"), ("Version 4.8.4", "typescript", "4.8.4"),
        ("PHP 8.2.36 (cli)", "php", "8.2.36"),
        ("GNU bash, version 5.2.15(1)-release", "bash", "5.2.15"), ("5.36.0", "perl", "5.36.0"),
        ("swift-driver version: 1.2 Swift version 6.3.1 (x)", "swift", "6.3.1"),
        ("rustc 1.95.0 (5980)", "rust", "1.95.0"),
        ("nothing", "ruby", nil), ("ruby 3.1.2p20", "ruby", "3.1.2"), ("Python 3.13.", "python3", "3.13"),
    ])
    func `the version is read from what the tool says`(output: String, id: LanguageID, version: String?) throws {
        let toolchain = try toolchain(id)
        #expect(toolchain.parseVersion(output) == version)
        #expect(toolchain.tools.values.contains(toolchain.versionCommand().arguments[0]))
    }

    @Test(arguments: [
        (Termination.exited(code: 9), 95, "no memory left", true), (.exited(code: 9), 85, "no memory left", false),
        (.exited(code: 8), 95, "no memory left", false), (.exited(code: 9), 95, "else", false),
        (.signaled(name: "ABRT"), 95, "no memory left", false),
    ])
    func `only the declared sign with a high peak is out of memory`(
        end: Termination,
        percent: Int,
        text: String,
        expected: Bool
    ) throws {
        let outcome = Outcome(
            termination: end,
            usage: Usage(peakMemory: ByteCount(percent * 1_000_000)),
            standardError: MemoryBytes(text)
        )
        #expect(try sample().isOutOfMemory(outcome, limit: ByteCount(100_000_000)) == expected)
        var stopped = outcome
        stopped.stop = .wallTime
        #expect(try !sample().isOutOfMemory(stopped, limit: ByteCount(100_000_000)))
        #expect(try !toolchain("c").isOutOfMemory(outcome, limit: ByteCount(100_000_000)))
    }

    @Test(arguments: [
        ("Traceback:\n  a\nMemoryError\n", 1, true), ("MemoryError: no room\n\n", 1, true),
        ("numpy.core._exceptions._ArrayMemoryError: Unable to allocate\n", 1, true),
        ("ValueError: a MemoryError: of mine\n", 1, false), ("MemoryError\nValueError\n", 1, false),
        ("MemoryError\n", 0, false), ("MemoryError\n", 2, false), ("", 1, false),
    ])
    func `Python ran out of memory when that is its last word`(words: String, code: Int, expected: Bool) throws {
        let python = try toolchain("python3")
        let outcome = Outcome(
            termination: .exited(code: code),
            usage: Usage(peakMemory: .mebibytes(9)),
            standardError: MemoryBytes(words)
        )
        #expect(python.isOutOfMemory(outcome, limit: .mebibytes(256)) == expected)
    }

    @Test func `no program is out of memory that ends well, whatever it writes`() throws {
        for profile in try Shipped.catalog().profiles {
            guard let sign = profile.outOfMemory else { continue }
            #expect(sign.exitCode != nil || sign.signal != nil, "\(profile.id)")
            #expect(sign.exitCode != 0, "\(profile.id)")
        }
    }

    @Test(arguments: [(40, false), (60, true)])
    func `a profile may ask for another peak`(percent: Int, expected: Bool) throws {
        try scratch.write("p/zig.yaml", SampleProfile.replacing("{exitCode: 9,", with: "{peak: 50, exitCode: 9,"))
        let outcome = Outcome(
            termination: .exited(code: 9),
            usage: Usage(peakMemory: ByteCount(percent * 1_000_000)),
            standardError: MemoryBytes("no memory left")
        )
        let toolchain = try toolchain("zig", directory: scratch.path + "/p")
        #expect(toolchain.isOutOfMemory(outcome, limit: ByteCount(100_000_000)) == expected)
    }
}
