import Core
import Languages
import Testing

/// Several versions of a language beside each other, and toolchains that are elsewhere.
@Suite struct VersionProfileTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func catalog(_ profiles: [String: String]) throws -> LanguageCatalog {
        let standard = SampleProfile.replacing("[\"{zig}\", build, -o", with: "[\"{zig}\", \"-std={standard}\", -o")
            .replacing("tools:\n", "variables: {standard: z1}\ntools:\n")
        try scratch.write("p/zig.yaml", standard)
        for (id, text) in profiles { try scratch.write("p/\(id).yaml", "id: \(id)\n" + text) }
        return try LanguageCatalog(directory: scratch.path + "/p")
    }

    private func locator(home: String? = nil) throws -> ToolchainLocator {
        try scratch.writeTool("x/bin/zig")
        return ToolchainLocator(
            searchPath: [],
            home: home,
            etc: Shipped.sandboxes + "/etc",
            standardPath: [scratch.path + "/x/bin"]
        )
    }

    private func compileArguments(_ id: LanguageID, _ catalog: LanguageCatalog) throws -> [String] {
        let toolchain = try locator().locate(try #require(catalog.profile(id)))
        let files = [BoxFile(path: "a.zig", content: MemoryBytes(""))]
        return try #require(try toolchain.compileCommand(files: files, entry: nil, limits: Limits())).arguments
    }

    @Test func `a version is a profile that says what is different`() throws {
        let catalog = try catalog([
            "zig2": "extends: zig\nname: Zig 2\ndetected: false\nvariables: {standard: z2}\n",
            "zig3": "extends: zig2\nname: Zig 3\nvariables: {standard: z3}\n",
        ])
        #expect(try compileArguments("zig", catalog)[1] == "-std=z1")
        #expect(try compileArguments("zig2", catalog)[1] == "-std=z2")
        #expect(try compileArguments("zig3", catalog)[1] == "-std=z3")
        #expect(catalog.profile("zig3")?.isDetected == false)
        #expect(catalog.profile("zig3")?.aliases == [])
    }

    @Test func `a mistake in an ancestor is told of the ancestor`() throws {
        let error = #expect(throws: ProfileError.self) {
            try catalog(["zig2": "extends: zig\nname: Zig 2\npriority: 4\ndetected: maybe\n"])
        }
        #expect(error?.description.hasSuffix("/zig2.yaml:5: `detected` must be true or false, not \"maybe\"") == true)
    }

    @Test func `profiles that extend each other are a mistake`() throws {
        let error = #expect(throws: ProfileError.self) {
            try catalog(["zag": "extends: zog\nname: Zag\n", "zog": "extends: zag\nname: Zog\n"])
        }
        #expect(error?.message == "`zag` extends this profile; only one of them may extend the other")
    }

    @Test func `what is not to be detected is chosen by name or by its first line`() throws {
        let catalog = try catalog([
            "zig2":
                "extends: zig\nname: Zig 2\npriority: 50\ndetected: false\ninterpreters: [zig2]\nextensions: [zig, z2]\n"
        ])
        let file = { (name: String, text: String) in [Submission.SourceFile(name: name, content: Array(text.utf8))] }
        #expect(try catalog.detect(files: file("a.zig", "")).id == "zig")
        #expect(try catalog.detect(files: file("a.zig", "#!/usr/bin/zig2\n")).id == "zig2")
        #expect(try catalog.detect(files: file("a", "#!/usr/bin/zig2\n")).id == "zig2")
        #expect(throws: DetectionError.self) { try catalog.detect(files: file("a.z2", "")) }
    }

    @Test(arguments: [("me/.local/share/assay/pypi/zig-wheel/zig/bin/zig", true), ("elsewhere/zig/bin/zig", false)])
    func `a project of PyPI is found where it is installed for one's own`(place: String, isFound: Bool) throws {
        let tool = "zig: {candidates: [\"pypi:zig-wheel/zig/bin/zig\"]}"
        let text = SampleProfile.replacing("zig: {candidates: [zig, zig-next]}", with: tool)
            .replacing("packages: [zig, libc6-dev]", "packages: []\npypi: [zig-wheel]")
        try scratch.write("q/zig.yaml", text)
        let real = try scratch.writeTool(place)
        let locator = ToolchainLocator(
            searchPath: [],
            home: scratch.path + "/me",
            etc: Shipped.sandboxes + "/etc",
            standardPath: []
        )
        let profile = try #require(try LanguageCatalog(directory: scratch.path + "/q").profile("zig"))
        guard isFound else {
            let error = #expect(throws: MissingToolchain.self) { try locator.locate(profile) }
            let mend = "run `pip install --target /opt/assay/pypi/zig-wheel zig-wheel`"
            #expect(error?.description == "zig: zig is not installed; " + mend)
            return
        }
        let toolchain = try locator.locate(profile)
        #expect(toolchain.tools["zig"] == real)
        let installation = String(real.dropLast("/bin/zig".count))
        #expect(toolchain.compileRoot.entries.contains(.bind(host: installation, box: installation)))
    }

    @Test func `what else is required has to be there`() throws {
        let header = scratch.path + "/include/*/zag.h"
        let catalog = try catalog(["zag": "extends: zig\nname: Zag\npriority: 4\nrequires: [\"\(header)\"]\n"])
        let profile = try #require(catalog.profile("zag"))
        let error = #expect(throws: MissingToolchain.self) { try locator().locate(profile) }
        #expect(error?.tool == "zag.h")
        try scratch.write("include/1.2/zag.h")
        _ = try locator().locate(profile)
    }

    @Test(arguments: [
        ("c", "-std=gnu17"), ("c90", "-std=gnu90"), ("c99", "-std=gnu99"), ("c11", "-std=gnu11"), ("c17", "-std=gnu17"),
        ("c23", "-std=gnu2x"), ("cclang", "-std=gnu17"), ("c11clang", "-std=gnu11"), ("c23clang", "-std=gnu2x"),
        ("cpp", "-std=gnu++20"), ("cpp98", "-std=gnu++98"), ("cpp03", "-std=gnu++03"), ("cpp11", "-std=gnu++11"),
        ("cpp14", "-std=gnu++14"), ("cpp17", "-std=gnu++17"), ("cpp20", "-std=gnu++20"), ("cpp23", "-std=gnu++2b"),
        ("cpp11clang", "-std=gnu++11"), ("cpp20clang", "-std=gnu++20"), ("cpp23clang", "-std=gnu++2b"),
    ])
    func `each standard of C and C++ is asked for by its name`(id: LanguageID, option: String) throws {
        let profile = try #require(try Shipped.catalog().profile(id))
        for tool in profile.tools {
            try scratch.writeTool("x/bin/" + (tool.candidates.last { !$0.contains("/") } ?? ""))
        }
        let toolchain = try locator().locate(profile)
        let files = [BoxFile(path: "a." + profile.extensions[0], content: MemoryBytes(""))]
        let command = try #require(try toolchain.compileCommand(files: files, entry: nil, limits: Limits()))
        #expect(command.arguments.contains(option))
        #expect(command.arguments.contains("-O2") && command.arguments.contains("-static"))
    }
}
