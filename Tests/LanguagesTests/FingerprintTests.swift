import Core
import FoundationEssentials
import Languages
import Testing

/// A fingerprint changes with everything on which it depends whether a language works, and what it makes of a program.
@Suite struct FingerprintTests {
    /// What is changed, below the scratch directory.
    private static let changes: [(String, @Sendable (Scratch) throws -> Void)] = [
        ("the tool", { try $0.write("bin/zig", "#!/bin/true or another\n") }),
        ("what the profile requires", { try $0.write("share/required-2.jar", "newer") }),
        ("one more of what it requires", { try $0.write("share/required-3.jar") }),
        ("a library in a directory that it names", { try $0.write("share/lib/a.jar", "newer") }),
        ("one more library in it", { try $0.write("share/lib/b.jar") }),
        ("a policy", { try $0.write("sandboxes/policies/native.yaml", "include: common\nallow: {}\n") }),
        ("what boxes see of /etc", { try $0.write("sandboxes/etc/passwd", "nobody:x:1000:1000::/tmp:/bin/sh\n") }),
    ]

    private func fingerprint(_ scratch: Scratch) throws -> String {
        let profile = try #require(try LanguageCatalog(directory: scratch.path + "/p").profile("zig"))
        let locator = ToolchainLocator(
            searchPath: [scratch.path + "/bin"],
            home: nil,
            etc: scratch.path + "/sandboxes/etc",
            standardPath: []
        )
        return try locator.locate(profile).fingerprint
    }

    private func scratch() throws -> Scratch {
        let scratch = try Scratch()
        let more = """
            requires: [\(scratch.path)/share/required-*.jar]
            paths:
              home: [\(scratch.path)/share]
            """
        try scratch.write("p/zig.yaml", SampleProfile.replacing("tools:", with: more + "\ntools:"))
        try scratch.writeTool("bin/zig")
        for name in ["required-2.jar", "lib/a.jar"] { try scratch.write("share/" + name, "old") }
        try scratch.write("sandboxes/policies/native.yaml", "include: common\n")
        try scratch.write("sandboxes/policies/evidence/made.yaml", "made: {}\n")
        try scratch.write("sandboxes/etc/passwd", "nobody:x:1000:1000::/tmp:/bin/false\n")
        return scratch
    }

    @Test(arguments: changes)
    func `it changes with each part`(name: String, change: @Sendable (Scratch) throws -> Void) throws {
        let scratch = try scratch()
        let before = try fingerprint(scratch)
        #expect(try fingerprint(scratch) == before)
        try change(scratch)
        #expect(try fingerprint(scratch) != before, "\(name)")
    }

    @Test func `it stays when what was seen of other machines is written down anew`() throws {
        let scratch = try scratch()
        let before = try fingerprint(scratch)
        try scratch.write("sandboxes/policies/evidence/made.yaml", "made: {read: {}}\n")
        #expect(try fingerprint(scratch) == before)
    }
}
