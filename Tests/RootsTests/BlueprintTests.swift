import Core
import Roots
import Testing

@Suite struct BlueprintTests {
    private func read(_ text: String) throws -> Blueprint {
        let scratch = try Scratch()
        try scratch.write("zurg.yaml", text)
        return try Blueprint("zurg", in: scratch.path)
    }

    @Test(arguments: Blueprint.names(in: Shipped.roots))
    func `every shipped blueprint can be read`(name: String) throws {
        let blueprint = try Blueprint(name, in: Shipped.roots)
        let packages = blueprint.groups.flatMap(\.packages)
        #expect(Set(packages).count == packages.count, "a package is in one group")
        #expect(blueprint.groups.allSatisfy { $0.packages == $0.packages.sorted() })
        #expect(blueprint.security != nil && blueprint.updates != nil)
    }

    @Test func `the trixie root has what its release is wanted for`() throws {
        let packages = try Blueprint("trixie", in: Shipped.roots).groups.flatMap(\.packages)
        let wanted: Set = [
            "gcc", "g++", "clang", "golang-go", "openjdk-21-jdk-headless", "openjdk-25-jdk-headless", "python3", "ruby",
            "php-cli", "ghc", "rustc", "nodejs", "perl", "lua5.4", "ocaml-nox", "mono-mcs",
        ]
        #expect(wanted.subtracting(packages) == [])
    }

    @Test func `a selection has the groups that were asked for, and each package once`() throws {
        let blueprint = try read(SampleBlueprint.text)
        let all = try blueprint.selection(groups: nil, packages: ["zsh", "gcc"])
        #expect(all.packages == ["gcc", "libc6-dev", "golang-go", "zsh"])
        #expect(blueprint.space(of: all) == .mebibytes(6))
        let one = try blueprint.selection(groups: ["go"], packages: [])
        #expect(one.packages == ["golang-go", "gcc"])
        #expect(blueprint.space(of: one) == .mebibytes(4))
        #expect(try blueprint.selection(groups: [], packages: []).packages == [])
    }

    @Test(arguments: [
        (["cor"], [], "there is no group cor in the root zurg; its groups are core, go"),
        (["core"], ["-y"], "`-y` is no name of a Debian package; separate several with commas"),
        (["core"], ["a=1"], "`a=1` is no name of a Debian package; separate several with commas"),
    ])
    func `what cannot be selected is told`(groups: [String], packages: [String], message: String) throws {
        let blueprint = try read(SampleBlueprint.text)
        let error = #expect(throws: RootError.self) { try blueprint.selection(groups: groups, packages: packages) }
        #expect(error?.description == message)
    }

    @Test(arguments: [
        ("release: zurg", "relaese: zurg", ":2: unknown key `relaese`; known here are title, release,"),
        ("release: zurg", "release: [zurg]", ":2: `release` must be a text"),
        ("release: zurg", "release: \"z [trusted=yes] x\"", ":2: `release` must be one plain word"),
        ("release: zurg\n", "", ":1: `release` is missing; give a text"),
        ("space: 1 MiB", "space: 1 GB", ":7: `space` must be a size such as 300 MiB"),
        ("[gcc, libc6-dev]", "[gcc, \"-y\"]", ":9: `-y` is no name of a Debian package"),
        ("[gcc, libc6-dev]", "gcc", ":9: `packages` must be a list of names"),
        ("core: {", "Core: {", ":9: a group's name may have only the letters a to z and digits"),
        (
            "[gcc, libc6-dev]}", "[gcc], about: x}",
            ":9: unknown key `groups.core.about`; known here are space, packages"
        ),
    ])
    func `a mistake is told with its line`(part: String, other: String, message: String) throws {
        let error = #expect(throws: RootError.self) { try read(SampleBlueprint.replacing(part, with: other)) }
        let line = try #require(error?.description)
        #expect(line.contains("zurg.yaml" + message), "\(line)")
        #expect(!line.contains("\n"))
    }

    @Test(arguments: ["x", "../zurg", "", "zurg.yaml"])
    func `a root that nobody knows is told with those that are known`(name: String) throws {
        let scratch = try Scratch()
        try scratch.write("zurg.yaml", SampleBlueprint.text)
        let error = #expect(throws: RootError.self) { try Blueprint(name, in: scratch.path) }
        #expect(error?.description == "there is no root \(name) to build; there are zurg")
    }
}
