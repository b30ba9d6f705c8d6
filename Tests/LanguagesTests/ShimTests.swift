import Core
import Languages
import Testing

@Suite struct ShimTests {
    /// The sample language's tool, as found through a search path of `directories` below the scratch directory.
    private func locate(
        _ scratch: Scratch,
        path directories: [String],
        tool: String = "[zig, zig-next]",
        depth: Int = 2,
        hidden: [String] = []
    ) throws -> Toolchain {
        let candidates = "zig: {candidates: \(tool), depth: \(depth)}"
        try scratch.write("p/zig.yaml", SampleProfile.replacing("zig: {candidates: [zig, zig-next]}", with: candidates))
        let profile = try #require(try LanguageCatalog(directory: scratch.path + "/p").profile("zig"))
        let locator = ToolchainLocator(
            searchPath: directories.map { scratch.path + "/" + $0 },
            home: scratch.path + "/me",
            etc: Shipped.sandboxes + "/etc",
            hidden: hidden.map { scratch.path + "/" + $0 },
            standardPath: [scratch.path + "/system/usr/bin"]
        )
        return try locator.locate(profile)
    }

    private func rustup(_ scratch: Scratch, settings: String) throws {
        try scratch.writeTool("me/.cargo/bin/rustup")
        try scratch.link("me/.cargo/bin/zig", to: "rustup")
        for version in ["stable-x86_64", "nightly-x86_64"] {
            try scratch.writeTool("me/.rustup/toolchains/\(version)/bin/zig")
        }
        try scratch.write("me/.rustup/settings.toml", settings)
    }

    @Test(arguments: [
        ("default_toolchain = \"stable-x86_64\"\n", "stable-x86_64"),
        ("version = \"12\"\ndefault_toolchain = \"nightly-x86_64\"\n[overrides]\n", "nightly-x86_64"),
        ("default_toolchain = \"nightly\"\n", "nightly-x86_64"),
        ("", "stable-x86_64"),
    ])
    func `behind rustup's proxy is the default toolchain, and all of it is mounted`(
        settings: String,
        name: String
    ) throws {
        let scratch = try Scratch()
        try rustup(scratch, settings: settings)
        let toolchain = try locate(scratch, path: ["me/.cargo/bin"])
        let directory = scratch.path + "/me/.rustup/toolchains/\(name)"
        #expect(toolchain.tools == ["zig": directory + "/bin/zig"])
        #expect(toolchain.compileRoot.entries.contains(.bind(host: directory, box: directory)))
    }

    @Test func `a rustup that was moved as a whole is found beside its cargo directory`() throws {
        let scratch = try Scratch()
        try scratch.writeTool("opt/cargo/bin/rustup")
        try scratch.link("opt/cargo/bin/zig", to: "rustup")
        let real = try scratch.writeTool("opt/rustup/toolchains/1.90-x86_64/bin/zig")
        try scratch.write("opt/rustup/settings.toml", "default_toolchain = \"1.90-x86_64\"")
        #expect(try locate(scratch, path: ["opt/cargo/bin"]).tools["zig"] == real)
    }

    @Test(arguments: [
        ("3.9.1\n", "3.9.1"), ("system\n3.11.7\n", "3.11.7"), ("3.11.7 3.9.1", "3.11.7"), (nil, "3.11.7"),
    ])
    func `behind a shims directory is the chosen version`(chosen: String?, version: String) throws {
        let scratch = try Scratch()
        try scratch.writeTool("me/.pyenv/shims/zig")
        for version in ["3.9.1", "3.11.7"] { try scratch.writeTool("me/.pyenv/versions/\(version)/bin/zig") }
        if let chosen { try scratch.write("me/.pyenv/version", chosen) }
        let toolchain = try locate(scratch, path: ["me/.pyenv/shims"])
        #expect(toolchain.tools["zig"] == scratch.path + "/me/.pyenv/versions/\(version)/bin/zig")
    }

    @Test func `a shim with nothing behind it is passed over for the next place`() throws {
        let scratch = try Scratch()
        try scratch.writeTool("me/.pyenv/shims/zig")
        try scratch.write("me/.pyenv/version", "system\n")
        let real = try scratch.writeTool("opt/zig/bin/zig")
        #expect(try locate(scratch, path: ["me/.pyenv/shims", "opt/zig/bin"]).tools["zig"] == real)
        let error = #expect(throws: MissingToolchain.self) { try locate(scratch, path: ["me/.pyenv/shims"]) }
        #expect(
            error?.description.contains("zig is only there as \(scratch.path)/me/.pyenv/shims/zig, a version") == true
        )
    }

    @Test func `the system's own comes first, then the path in its order`() throws {
        let scratch = try Scratch()
        let inPath = try scratch.writeTool("a/x/bin/zig")
        try scratch.writeTool("b/x/bin/zig")
        #expect(try locate(scratch, path: ["a/x/bin", "b/x/bin"]).tools["zig"] == inPath)
        let system = try scratch.writeTool("system/usr/bin/zig")
        #expect(try locate(scratch, path: ["a/x/bin"]).tools["zig"] == system)
    }

    @Test func `links are followed while the name stays, since programs act by their name`() throws {
        let scratch = try Scratch()
        let real = try scratch.writeTool("opt/zig-1.2/usr/bin/zig-driver")
        _ = real
        try scratch.link("opt/zig-1.2/usr/bin/zig", to: "zig-driver")
        try scratch.link("opt/zig", to: "zig-1.2")
        try scratch.link("bin/zig", to: scratch.path + "/opt/zig/usr/bin/zig")
        let toolchain = try locate(scratch, path: ["bin"])
        let installation = scratch.path + "/opt/zig-1.2/usr"
        #expect(toolchain.tools["zig"] == installation + "/bin/zig")
        #expect(toolchain.compileRoot.entries.contains(.bind(host: installation, box: installation)))
        #expect(toolchain.runRoot.entries.isEmpty)
    }

    @Test func `a star stands for the highest version`() throws {
        let scratch = try Scratch()
        for version in ["v9.1.0", "v20.3.1", "v20.11.0"] { try scratch.writeTool("me/.nvm/\(version)/bin/zig") }
        let toolchain = try locate(scratch, path: [], tool: "[~/.nvm/v*/bin/zig]", depth: 0)
        let file = scratch.path + "/me/.nvm/v20.11.0/bin/zig"
        #expect(toolchain.tools["zig"] == file)
        #expect(toolchain.compileRoot.entries.contains(.bind(host: file, box: file)))
    }

    @Test func `a tool whose installation would be the whole home directory is not used`() throws {
        let scratch = try Scratch()
        try scratch.writeTool("me/bin/zig")
        let error = #expect(throws: MissingToolchain.self) { try locate(scratch, path: ["me/bin"]) }
        #expect(error?.description.contains("whose directory is too wide to be mounted") == true)
    }

    /// Where the tool is below the scratch directory, in which `me` is the home directory; a directory that boxes must
    /// not see; and the directory that the message says it is about.
    private static let wide: [(String, String, String)] = [
        ("me/bin/zig", "state", "me"),
        ("me/.local/bin/zig", "state", "me/.local"),
        ("bin/zig", "state", "me"),
        ("work/bin/zig", "work/state", "work/state"),
        ("work/bin/zig", "work/Problems/", "work/Problems"),
        ("work/bin/zig", "work", "work"),
        ("work/bin/zig", "not/there/../../work", "work"),
        ("work/bin/zig", "link/there/later", "work/there/later"),
    ]

    @Test(arguments: wide)
    func `an installation that holds what boxes must not see is not used`(
        tool: String,
        hidden: String,
        secret: String
    ) throws {
        let scratch = try Scratch()
        try scratch.writeTool(tool)
        try scratch.write("not/there/file")
        try scratch.link("link", to: scratch.path + "/work")
        let directory = String(tool.dropLast(4))
        let error = #expect(throws: MissingToolchain.self) {
            try locate(scratch, path: [directory], hidden: [hidden])
        }
        let reason = error?.unusable ?? ""
        #expect(reason.contains("too wide to be mounted") && reason.contains("\(scratch.path)/\(secret)"), "\(reason)")
        #expect(!reason.contains("\n"))
        // What is mounted alone shows nothing else.
        #expect(try locate(scratch, path: [directory], depth: 0, hidden: [hidden]).tools["zig"] != nil)
    }

    @Test func `an installation beside what boxes must not see is used`() throws {
        let scratch = try Scratch()
        let real = try scratch.writeTool("me/.local/zig/bin/zig")
        let hidden = ["me/.local/state/assay", "me/.local/zig-problems", "me/.local"]
        #expect(try locate(scratch, path: ["me/.local/zig/bin"], hidden: hidden).tools["zig"] == real)
    }

    @Test func `a missing tool says what to install`() throws {
        let scratch = try Scratch()
        try scratch.write("bin/zig", "not executable")
        let error = #expect(throws: MissingToolchain.self) { try locate(scratch, path: ["bin", "nowhere"]) }
        #expect(error?.description == "zig: zig is not installed; run `apt-get install zig libc6-dev`")
    }

    @Test func `the fingerprint changes with the tool and with the profile`() throws {
        let scratch = try Scratch()
        try scratch.writeTool("a/x/bin/zig")
        let first = try locate(scratch, path: ["a/x/bin"])
        #expect(try locate(scratch, path: ["a/x/bin"]).fingerprint == first.fingerprint)
        #expect(try locate(scratch, path: ["a/x/bin"], tool: "[zig]").fingerprint != first.fingerprint)
        try scratch.write("a/x/bin/zig", "#!/bin/false and more\n")
        try scratch.writeTool("a/x/bin/other")
        try scratch.link("b/x/bin/zig", to: scratch.path + "/a/x/bin/other")
        #expect(try locate(scratch, path: ["b/x/bin"]).fingerprint != first.fingerprint)
    }

    @Test(arguments: [
        ("3.11", "3.9", true), ("v20.3", "v20.11", false), ("a", "a", false), ("a1", "a", true),
        ("1.2.3", "1.2.3", false),
    ])
    func `versions are compared by their numbers`(left: String, right: String, isHigher: Bool) {
        #expect(VersionOrder.isHigher(left, right) == isHigher)
    }
}
