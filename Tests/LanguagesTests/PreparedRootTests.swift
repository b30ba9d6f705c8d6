import Core
import FoundationEssentials
import Languages
import Roots
import Testing

/// Profiles whose tools are in a prepared root: a tiny one of two programs.
@Suite struct PreparedRootTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("roots/zurg.yaml")
        try scratch.write("languages/zig.yaml", "root: zurg\n" + SampleProfile.text)
    }

    /// Makes a version of the root, the current one from then on.
    private func build(_ version: String) throws {
        let place = "ready/zurg/\(version)/"
        try scratch.write(place + "lock")
        for name in ["usr/lib/data", "usr/include/zig.h", "usr/share/x", "etc/ld.so.cache"] {
            try scratch.write(place + "fs/" + name)
        }
        try scratch.writeTool(place + "fs/usr/lib/zig-9/bin/zig")
        // As Debian's alternatives: absolute, and right only within the root.
        try scratch.link(place + "fs/usr/bin/zig", to: "/etc/alternatives/zig")
        try scratch.link(place + "fs/etc/alternatives/zig", to: "/usr/lib/zig-9/bin/zig")
        try scratch.link(place + "fs/bin", to: "usr/bin")
        try scratch.link(place + "fs/lib64", to: "usr/lib64")
        try? FileManager.default.removeItem(atPath: scratch.path + "/ready/zurg/current")
        try scratch.link("ready/zurg/current", to: version)
    }

    private func locator(roots: Bool = true) -> ToolchainLocator {
        ToolchainLocator(
            searchPath: ["/usr/local/bin", scratch.path + "/x"],
            home: scratch.path,
            etc: Shipped.sandboxes + "/etc",
            hidden: [scratch.path + "/ready"],
            roots: roots ? RootStore(directory: scratch.path + "/ready") : nil
        )
    }

    private func profile() throws -> LanguageProfile {
        try #require(try LanguageCatalog(directory: scratch.path + "/languages").profile("zig"))
    }

    private var place: String { scratch.path + "/ready/zurg/1/fs" }

    @Test func `tools are found in the root, past links that are right only there`() throws {
        try build("1")
        let toolchain = try locator().locate(try profile())
        #expect(toolchain.tools == ["zig": "/usr/lib/zig-9/bin/zig"])
        #expect(toolchain.preparedRoot?.reference == "zurg@1")
    }

    @Test func `the parts of a box are the root's, under their own names; its etc is ours`() throws {
        try build("1")
        let root = try locator().locate(try profile()).compileRoot
        let expected: [Root.Entry] = [
            .bind(host: place + "/usr/bin", box: "/usr/bin"), .bind(host: place + "/usr/include", box: "/usr/include"),
            .bind(host: place + "/usr/lib", box: "/usr/lib"), .bind(host: place + "/usr/share", box: "/usr/share"),
            .link(box: "/bin", target: "usr/bin"), .bind(host: place + "/etc/ld.so.cache", box: "/etc/ld.so.cache"),
            .bind(host: place + "/etc/alternatives", box: "/etc/alternatives"),
        ]
        for entry in expected { #expect(root.entries.contains(entry), "\(entry)") }
        for entry in root.entries {
            guard case .bind(let host, let box) = entry, !host.hasPrefix(place + "/") else { continue }
            #expect(host == Shipped.sandboxes + box, "\(host) is the host's")
        }
    }

    @Test func `a mount is looked for in the root, and one of our own beside the profile`() throws {
        try build("1")
        try scratch.write("ready/zurg/1/fs/etc/zig-9/config")
        // Absolute, and there on the host but not in the root.
        try scratch.link("ready/zurg/1/fs/etc/zig-out", to: "/usr/lib/os-release")
        try scratch.write("languages/zig/own.txt")
        let mounts = "root: {base: empty, mounts: [\"/etc/zig-*\", {host: ./zig, box: /opt/own}, /etc/os-release]}"
        let text = "root: zurg\n" + SampleProfile.replacing("root: {base: empty}", with: mounts)
        try scratch.write("languages/zig.yaml", text)
        let entries = try locator().locate(try profile()).runRoot.entries
        #expect(
            entries == [
                .bind(host: place + "/etc/zig-9", box: "/etc/zig-9"),
                .bind(host: scratch.path + "/languages/zig", box: "/opt/own"),
            ]
        )
    }

    @Test func `another version is another toolchain, and the first stays with who has it`() throws {
        try build("1")
        let first = try locator().locate(try profile())
        #expect(first.fingerprint == (try locator().locate(try profile())).fingerprint)
        try build("2")
        let second = try locator().locate(try profile())
        #expect(second.preparedRoot?.version == "2")
        #expect(first.preparedRoot?.version == "1")
        #expect(first.fingerprint != second.fingerprint)
    }

    @Test func `a root that is not built is told with the command that builds it`() throws {
        for locator in [locator(), locator(roots: false)] {
            let error = #expect(throws: MissingToolchain.self) { try locator.locate(try profile()) }
            #expect(error?.description == "zig: the root zurg is not built here; run `assay roots build zurg`")
            #expect(error?.installCommands == ["assay roots build zurg"])
        }
    }

    @Test func `a tool that the root lacks is not looked for on the host`() throws {
        try build("1")
        try scratch.writeTool("x/other")
        try scratch.writeTool(".local/bin/other")
        let tools = "zig: {candidates: [other, ~/.local/bin/other, gcc]}"
        let text = "root: zurg\n" + SampleProfile.replacing("zig: {candidates: [zig, zig-next]}", with: tools)
        try scratch.write("languages/zig.yaml", text)
        let error = #expect(throws: MissingToolchain.self) { try locator().locate(try profile()) }
        #expect(
            error?.description
                == "zig: other is not in the root zurg@1; run `assay roots build zurg --packages zig,libc6-dev`"
        )
    }

    @Test func `a broken root is told, and nothing is taken from the host instead`() throws {
        try scratch.link("ready/zurg/current", to: "1")
        let error = #expect(throws: MissingToolchain.self) { try locator().locate(try profile()) }
        #expect(error?.description.contains("cannot be used: ENOENT") == true, "\(error?.description ?? "")")
        #expect(error?.description.hasSuffix("run assay roots build zurg to make it anew") == true)
    }

    @Test func `a profile that names a root that nobody knows is a mistake with its line`() throws {
        try scratch.write("languages/zig.yaml", SampleProfile.text + "root: zirg\n")
        let error = #expect(throws: ProfileError.self) { try profile() }
        #expect(error?.message == "there is no root `zirg`; known are zurg")
        #expect(error?.line == 25)
    }
}
