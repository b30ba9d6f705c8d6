import Core
import Languages
import Testing

@Suite struct RootTests {
    private func roots(_ base: String) throws -> Root {
        let scratch = try Scratch()
        try scratch.writeTool("x/bin/zig")
        try scratch.write("p/zig.yaml", SampleProfile.replacing("root: {base: empty}", with: "root: {base: \(base)}"))
        let locator = ToolchainLocator(
            searchPath: [scratch.path + "/x/bin"],
            home: nil,
            etc: Shipped.sandboxes + "/etc",
            standardPath: []
        )
        return try locator.locate(try #require(try LanguageCatalog(directory: scratch.path + "/p").profile("zig")))
            .runRoot
    }

    private func paths(_ root: Root) -> [String] {
        root.entries.map { entry in
            switch entry {
            case .bind(_, let box): box
            case .link(let box, _): box
            case .hide(let box): box
            }
        }
    }

    @Test func `the fingerprint changes with what is beside the profile, wherever it is in there`() throws {
        let scratch = try Scratch()
        try scratch.writeTool("x/bin/zig")
        let root = "root: {base: empty, mounts: [{host: ./own, box: /opt/own}]}"
        try scratch.write("p/zig.yaml", SampleProfile.replacing("root: {base: empty}", with: root))
        try scratch.write("p/own/in/file", "one")
        func fingerprint() throws -> String {
            let etc = Shipped.sandboxes + "/etc"
            let locator = ToolchainLocator(
                searchPath: [scratch.path + "/x/bin"],
                home: nil,
                etc: etc,
                standardPath: []
            )
            let profile = try LanguageCatalog(directory: scratch.path + "/p").profile("zig")
            return try locator.locate(try #require(profile)).fingerprint
        }
        let first = try fingerprint()
        #expect(try fingerprint() == first)
        try scratch.write("p/own/in/file", "three")
        let second = try fingerprint()
        try scratch.write("p/own/other", "two")
        #expect(try Set([first, second, fingerprint()]).count == 3)
    }

    @Test func `what is no program's business is covered where a part of the host would show it`() throws {
        // Any directory below /usr/share does; problems are installed below it.
        let locator = ToolchainLocator(
            searchPath: ["/usr/bin"],
            home: nil,
            etc: Shipped.sandboxes + "/etc",
            hidden: ["/usr/share/doc", "/usr/share/nowhere", "/somewhere/else"]
        )
        let catalog = try LanguageCatalog(directory: Shipped.sandboxes + "/languages")
        let root = try locator.locate(try #require(catalog.profile("python3"))).runRoot
        let covers = root.entries.compactMap { if case .hide(let box) = $0 { box } else { nil } }
        #expect(covers == ["/usr/share/doc"])
    }

    @Test(arguments: [
        ("libraries", ["/usr/lib", "/lib", "/etc/passwd"], ["/usr/bin", "/usr/include", "/etc/alternatives", "/bin"]),
        ("programs", ["/usr/lib", "/usr/bin", "/usr/share", "/bin", "/etc/passwd"], ["/usr/include"]),
        ("development", ["/usr/lib", "/usr/bin", "/usr/include", "/usr/share", "/etc/group"], []),
        ("empty", [], ["/usr/lib", "/etc/passwd"]),
    ])
    func `a root has what its base needs and no more`(base: String, present: [String], absent: [String]) throws {
        let paths = paths(try roots(base))
        #expect(Set(paths).isSuperset(of: present))
        #expect(Set(paths).isDisjoint(with: absent))
        #expect(
            Set(paths).isDisjoint(with: ["/", "/usr", "/usr/local", "/etc", "/home", "/root", "/var", "/opt", "/proc"])
        )
        #expect(Set(paths).count == paths.count)
        #expect(paths.count <= 18)
    }

    @Test func `the etc of a box is ours, not the host's`() throws {
        let etc = Shipped.sandboxes + "/etc"
        for entry in try roots("programs").entries {
            guard case .bind(let host, let box) = entry, box.hasPrefix("/etc/") else { continue }
            let isOfHost = ["/etc/ld.so.cache", "/etc/alternatives"].contains(host)
            #expect(isOfHost || host.hasPrefix(etc + "/"), "\(host)")
        }
    }

    @Test func `files of our own are mounted from beside the profile, wherever that is`() throws {
        let scratch = try Scratch()
        for tool in ["node", "tsc"] { try scratch.writeTool("x/bin/" + tool) }
        let locator = ToolchainLocator(
            searchPath: [scratch.path + "/x/bin"],
            home: nil,
            etc: Shipped.sandboxes + "/etc",
            standardPath: []
        )
        let toolchain = try locator.locate(try #require(try Shipped.catalog().profile("typescript")))
        let own = Root.Entry.bind(host: Shipped.languages + "/typescript", box: "/opt/assay/typescript")
        #expect(toolchain.compileRoot.entries.contains(own))
        #expect(!toolchain.runRoot.entries.contains(own))
    }
}
