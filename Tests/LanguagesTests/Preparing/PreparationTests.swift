import Core
import FoundationEssentials
import Testing

@testable import Languages

@Suite struct PreparationTests {
    private static let place = "/opt/assay/prepared/headers"

    @Test func `what is not prepared changes nothing`() throws {
        let sample = try PreparedSample()
        let toolchain = try sample.toolchain()
        #expect(toolchain.preparations.map(\.condition) == [.missing])
        let command = try sample.compileCommand(toolchain)
        #expect(Array(command.arguments.dropFirst()) == ["build", "-o", "/box/program", "a.zig"])
        #expect(command.environment["CACHE"] == "/tmp/a")
        #expect(!toolchain.usesPrepared(command))
    }

    @Test func `what is prepared is shown read-only where it is used, and only there`() throws {
        let sample = try PreparedSample()
        let file = try sample.prepare()
        let toolchain = try sample.toolchain()
        let command = try sample.compileCommand(toolchain)
        #expect(
            Array(command.arguments.dropFirst())
                == ["build", "-I\(Self.place)", "-fast", "-o", "/box/program", "a.zig"]
        )
        #expect(command.environment["CACHE"] == Self.place)
        let directory = String(file.dropLast("/bits/std.h.gch".count))
        #expect(command.root.entries.last == .bind(host: directory, box: Self.place))
        #expect(toolchain.runRoot == toolchain.runRoot.unprepared)
        #expect(toolchain.usesPrepared(command))
        let plain = toolchain.unprepared
        #expect(try sample.compileCommand(plain).arguments.count == command.arguments.count - 2)
        #expect(!plain.usesPrepared(try sample.compileCommand(plain)))
    }

    @Test func `it is made in a box of the step, with a place of its own that leads to where it is used`() throws {
        let toolchain = try PreparedSample().toolchain()
        let command = toolchain.command(making: try #require(toolchain.profile.prepare.first))
        #expect(Array(command.arguments.dropFirst()) == ["header", "-O2", "-o\(Self.place)/std.h.gch"])
        #expect(command.environment == ["CACHE": "/tmp/none"])
        #expect(command.policy == "compiler")
        #expect(command.files.map(\.path) == ["std.h"])
        #expect(command.directories == ["/box/prepared", "/box/prepared/bits"])
        #expect(command.collection?.directory == "/box/prepared")
        #expect(command.root.entries.last == .link(box: Self.place, target: "/box/prepared"))
    }

    @Test(arguments: [
        ("-O2", "-O3"), ("CACHE: /tmp/none", "CACHE: /tmp/other"), ("std.h: \"include\"", "std.h: \"other\""),
        ("directories: [bits]", "directories: []"), ("base: development", "base: programs"),
        ("policy: compiler", "policy: managed"),
    ])
    func `another way of making it is another state, and the old one is stale`(part: String, other: String) throws {
        let sample = try PreparedSample()
        try sample.prepare()
        try sample.rewrite(part, other)
        let toolchain = try sample.toolchain()
        #expect(toolchain.preparations.map(\.condition) == [.stale])
        #expect(!toolchain.usesPrepared(try sample.compileCommand(toolchain)))
    }

    @Test(arguments: ["bin/zig", "include/std1.h", "include/std2.h"])
    func `a tool or a watched file that is changed makes it stale, and prepared again it is used`(file: String) throws {
        let sample = try PreparedSample()
        try sample.prepare()
        #expect(try sample.state().entry != nil)
        if file == "bin/zig" {
            try FileManager.default.removeItem(atPath: sample.scratch.path + "/" + file)
            try sample.scratch.writeTool(file)
        } else {
            try sample.scratch.write(file, "another")
        }
        #expect(try sample.state().condition == .stale)
        try sample.prepare()
        #expect(try sample.state().entry != nil)
    }

    @Test func `a name that nothing depends on changes nothing`() throws {
        let sample = try PreparedSample()
        try sample.prepare()
        try sample.rewrite("name: Zig", "name: Zag")
        #expect(try sample.state().entry != nil)
    }

    @Test(arguments: [
        ("open", true), ("  // said\n open", true), ("shut\nopen", false),
    ])
    func `a use that asks for an opening is made of sources that have it`(source: String, isUsed: Bool) throws {
        let text = PreparedSample.text.replacing("-fast],", "-fast], opening: open,")
        let sample = try PreparedSample(text)
        try sample.prepare()
        let command = try sample.compileCommand(try sample.toolchain(), source + "\nrest")
        #expect(command.arguments.contains("-fast") == isUsed)
    }

    @Test func `a command of its own takes the step's place`() throws {
        let text = PreparedSample.text.replacing(
            "arguments: [\"-I{headers}\", -fast]",
            "command: [\"{zig}\", quick, \"{main}\"]"
        )
        let sample = try PreparedSample(text)
        #expect(try sample.compileCommand(try sample.toolchain()).arguments.contains("build"))
        try sample.prepare()
        #expect(try sample.compileCommand(try sample.toolchain()).arguments.dropFirst() == ["quick", "a.zig"])
    }

    @Test(arguments: [
        ("    headers: {arg", "    footers: {arg", "`compile.prepared.footers` is prepared nowhere"),
        ("\"{prepared}\", ", "", "`compile.prepared.headers` has arguments, and the command has no {prepared}"),
        ("[\"{zig}\", header", "[/bin/true, header", "`prepare.headers`: its command must start with one of {zig}"),
        ("  headers:\n    command", "  Headers:\n    command", "must be"),
        ("    watch: [", "    watches: [", "unknown key `prepare.headers.watches`; did you mean `watch`?"),
        ("[bits]", "[../bits]", "`../bits` must be the relative path of a file or a directory"),
        ("-o{headers}", "-o{footers}", "unknown placeholder; known are {zig} {headers}"),
        ("-o{headers}", "{prepared}x", "{prepared} is several arguments and must stand alone"),
        (
            "    command: [\"{zig}\", header", "    step: link\n    command: [\"{zig}\", header",
            "must be one of compile, run"
        ),
    ])
    func `a mistake is told`(part: String, other: String, message: String) throws {
        let text = PreparedSample.text.replacing(part, other)
        #expect(text != PreparedSample.text)
        let said = try #require(throws: ProfileError.self) { try PreparedSample(text).toolchain() }
        #expect("\(said)".contains(message) || message == "must be", "\(said)")
    }

    @Test func `what extends a profile can take a preparation back`() throws {
        let sample = try PreparedSample()
        try sample.scratch.write(
            "languages/zag.yaml",
            "id: zag\nextends: zig\nname: Zag\ndetected: false\ncompile: {prepared: {headers: null}}\nprepare: {headers: null}\n"
        )
        let catalog = try LanguageCatalog(directory: sample.scratch.path + "/languages")
        #expect(try #require(catalog.profile("zag")).prepare.isEmpty)
        #expect(try #require(catalog.profile("zig")).prepare.count == 1)
    }
}
