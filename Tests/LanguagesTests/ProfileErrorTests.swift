import Core
import Languages
import Testing

@Suite struct ProfileErrorTests {
    /// What is said of a directory with these files, its path left out.
    private func message(_ files: [String: String]) throws -> String? {
        let scratch = try Scratch()
        for (name, text) in files { try scratch.write(name, text) }
        do {
            _ = try LanguageCatalog(directory: scratch.path)
            return nil
        } catch {
            let text = "\(error)"
            return text.hasPrefix(scratch.path) ? String(text.dropFirst(scratch.path.count)) : text
        }
    }

    @Test func `the sample itself is in order`() throws {
        #expect(try message(["zig.yaml": SampleProfile.text]) == nil)
    }

    @Test(arguments: [
        ("extensions:", "extension:", "/zig.yaml:4: unknown key `extension`; did you mean `extensions`?"),
        ("packages:", "flavour:", "/zig.yaml:9: unknown key `flavour`; known here are id, extends, name,"),
        ("policy: native", "polici: native", "/zig.yaml:20: unknown key `run.polici`; did you mean `policy`?"),
        ("  policy: native\n", "", "/zig.yaml:19: `run.policy` is missing; give a text"),
        ("name: Zig", "name: [Zig]", "/zig.yaml:2: `name` must be a text, not a list"),
        ("name: Zig\n", "", "/zig.yaml:1: `name` is missing; give a text"),
        ("[zig, zg]", "zig", "/zig.yaml:4: `extensions` must be a list of texts, not \"zig\""),
        ("[zig, zg]", "[]", "/zig.yaml:4: `extensions` must be a list with at least one extension, not a list"),
        ("[zig, zg]", "[zig, [zg]]", "/zig.yaml:4: `extensions` must have texts in it, not a list"),
        ("priority: 5", "priority: high", "/zig.yaml:7: `priority` must be a whole number, not \"high\""),
        ("judge0: [7]", "judge0: [x]", "/zig.yaml:8: `names.judge0` must be a list of whole numbers, not a list"),
        ("base: empty", "base: full", "/zig.yaml:21: `run.root.base` must be one of empty, libraries, programs, deve"),
        ("root: {base: empty}", "root: {}", "/zig.yaml:21: `run.root.base` is missing; give one of empty, libraries"),
        ("32 MiB", "32", "/zig.yaml:22: `run.allowance.memory` must be a size such as `64 MiB`, not \"32\""),
        ("32 MiB", "32 MB", "/zig.yaml:22: `run.allowance.memory` must be a size such as `64 MiB`"),
        ("timeFactor: 1.5", "timeFactor: 0", "/zig.yaml:22: `run.allowance.timeFactor` must be a factor above 0"),
        ("{stem}", "{stem", "/zig.yaml:15: `compile.environment`: `{` has no `}`"),
        ("{memory-10}", "{memry-10}", "/zig.yaml:14: `-m{memry-10}`: unknown placeholder; known are {zig} {main}"),
        ("-m{memory-10}", "-m{files}", "/zig.yaml:14: `-m{files}`: {files} is several arguments and must stand alone"),
        ("[\"{binary}\"", "[/bin/true", "/zig.yaml:19: a command must start with one of {zig} {binary}"),
        ("[\"{binary}\", \"--stack={stack}\", \"{arguments}\"]", "[]", "/zig.yaml:19: `run.command` must be a list: a"),
        ("{base: empty}", "{base: empty, mounts: [/usr/local]}", "/zig.yaml:21: `/usr/local` must not be mounted as a"),
        ("{base: empty}", "{base: empty, mounts: [data]}", "/zig.yaml:21: `data` must be an absolute path"),
        ("{base: empty}", "{base: empty, mounts: [/a/../b]}", "/zig.yaml:21: `/a/../b` must be an absolute path"),
        ("{base: empty}", "{base: empty, mounts: [{host: /a}]}", "/zig.yaml:21: `mounts.box` is missing"),
        ("{base: empty}", "{base: empty, tools: [zag]}", "/zig.yaml:21: `zag` is not one of the profile's tools"),
        ("zig: {candidates: [zig, zig-next]}", "zig: {depth: 1}", "/zig.yaml:11: `tools.zig.candidates` is missing"),
        ("  zig: {candidates", "  main: {candidates", "/zig.yaml:11: `main` has a meaning of its own; give the tool"),
        ("{exitCode: 9, text: no memory}", "{}", "/zig.yaml:23: `outOfMemory` must be how a run ends that ran out of"),
        ("{exitCode: 9, text: no memory}", "{text: no}", "/zig.yaml:23: `outOfMemory` must be how a run ends that ran"),
        (
            "{exitCode: 9, text: no", "{exitCode: 0, text: no",
            "/zig.yaml:23: `outOfMemory.exitCode` must be the exit co"
        ),
        ("{exitCode: 9,", "{peak: 101, exitCode: 9,", "/zig.yaml:23: `outOfMemory.peak` must be a percentage from 0"),
        ("file: sum.zig", "file: sum.c", "/zig.yaml:24: `sum.c` must be a file name with an extension of the langua"),
        ("id: zig\n", "id: zag\n", "/zig.yaml:1: the id is `zag`, so the file must be called zag.yaml"),
        ("id: zig\n", "id: Zig\n", "/zig.yaml:1: the id `Zig` may have only the letters a to z and digits"),
        ("id: zig\n", "id: zig\nid: zig\n", "/zig.yaml:2: "),
        ("id: zig\n", "id: zig\nextends: nobody\n", "/zig.yaml:2: `extends` must name another profile, not \"nobody\""),
    ])
    func `a mistake is told with file, line and mend`(part: String, other: String, expected: String) throws {
        let told = try #require(try message(["zig.yaml": SampleProfile.replacing(part, with: other)]))
        #expect(told.hasPrefix(expected), "\(told)")
        #expect(!told.contains("\n"))
    }

    @Test(arguments: [
        ("aliases: [ziglang]", "/zog.yaml:3: the alias `ziglang` is already taken by "),
        ("aliases: [zig]", "/zog.yaml:3: the alias `zig` is already taken by "),
        ("priority: 5", "/zog.yaml:7: "),
        ("judge0: [7]", "/zog.yaml:8: "),
    ])
    func `two profiles may not claim the same`(claim: String, expected: String) throws {
        var other = SampleProfile.replacing("id: zig\n", with: "id: zog\n")
        for (part, harmless) in [("[ziglang]", "[]"), ("priority: 5", "priority: 4"), ("judge0: [7]", "judge0: []")] {
            other = other.split(separator: part, omittingEmptySubsequences: false).joined(separator: harmless)
        }
        #expect(try message(["zig.yaml": SampleProfile.text, "zog.yaml": other]) == nil)
        let key = claim.split(separator: ":")[0] + ":"
        let lines = other.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if line.hasPrefix(key) { return claim }
            return key == "judge0:" && line.hasPrefix("names") ? "names: {judge0: [7]}" : String(line)
        }
        let told = try #require(
            try message(["zig.yaml": SampleProfile.text, "zog.yaml": lines.joined(separator: "\n")])
        )
        #expect(told.hasPrefix(expected), "\(told)")
    }

    @Test func `a profile takes over what it extends, and its own wins key by key`() throws {
        let scratch = try Scratch()
        try scratch.write("zig.yaml", SampleProfile.text)
        try scratch.write("zag.yaml", "id: zag\nextends: zig\nname: Zag\npriority: 9\nrun: {policy: scripting}\n")
        let zag = try #require(try LanguageCatalog(directory: scratch.path).profile("zag"))
        #expect(zag.name == "Zag" && zag.priority == 9)
        #expect(zag.aliases.isEmpty && zag.names.judge0.isEmpty)
        #expect(zag.extensions == ["zig", "zg"])
        #expect(zag.run.policy == "scripting")
        #expect(zag.run.allowance.processes == 100)
    }

    @Test func `a directory that is missing or empty says what to set`() throws {
        #expect(try message([:])?.contains("has no language profiles (*.yaml); point ASSAY_SANDBOXES at") == true)
        let error = #expect(throws: ProfileError.self) { try LanguageCatalog(directory: "/nowhere/languages") }
        #expect(error?.description.hasPrefix("/nowhere/languages: cannot be listed: ") == true)
    }

    @Test(arguments: ["", "# nothing\n", "- a list\n", "id: [\n", "\0\0"])
    func `what is no profile at all is told with its file`(text: String) throws {
        #expect(try message(["zig.yaml": text])?.hasPrefix("/zig.yaml:") == true)
    }
}
