import Linux
import Testing

/// `assay roots` as far as it goes without a mirror.
@Suite struct RootsEndToEndTests {
    private func run(_ arguments: [String], roots: String) throws -> BuiltProgram.Result {
        let environment = [
            "ASSAY_ROOTS": roots, "ASSAY_STATE": roots + "-state", "ASSAY_SANDBOXES": Project.root + "/Sandboxes",
            "HOME": "/nonexistent",
        ]
        return try BuiltProgram.run(["roots"] + arguments, environment: environment)
    }

    @Test func `shows what could be built`() throws {
        let scratch = try ScratchDirectory()
        let result = try run([], roots: scratch.path + "/roots")
        #expect(result.code == 0)
        #expect(result.output.contains("\ntrixie  trixie                  unbuilt"))
        #expect(result.output.contains("\nDebian 13 (trixie): assay roots build trixie\n"))
        let json = try run(["--json"], roots: scratch.path + "/roots").output
        #expect(json.hasPrefix("{\"roots\":[{\"bytes\":null,"))
        #expect(json.contains("\"name\":\"trixie\""))
        // Looking changes nothing.
        #expect(HostDirectory.kind(of: scratch.path + "/roots") == nil)
    }

    @Test(arguments: [
        (["biuld", "trixie"], "assay roots cannot biuld; did you mean build?"),
        (["explode"], "assay roots cannot explode; it can build, export, import, remove"),
        (["build"], "write assay roots build NAME"),
        (["build", "trixie", "sid"], "write assay roots build NAME"),
        (["export", "trixie"], "write assay roots export NAME[@VERSION] FILE"),
        (["build", "buzz"], "there is no root buzz to build; there are trixie"),
        (
            ["build", "trixie", "--group", "core,,go"],
            "--group core,,go: a name is empty; separate names with single commas"
        ),
        (["--group", "core"], "--group goes with assay roots build; leave it out"),
        (["build", "trixie", "--old"], "--old goes with assay roots remove; leave it out"),
        (
            ["remove", "trixie@1", "--old"],
            "--old means all versions but the current one; leave out the version, or --old"
        ),
    ])
    func `says what is wrong in one line`(arguments: [String], message: String) throws {
        let scratch = try ScratchDirectory()
        let result = try run(arguments, roots: scratch.path + "/roots")
        #expect(result.code == 2)
        #expect(result.error == "assay: \(message)\n")
        #expect(result.output.isEmpty)
    }

    @Test(arguments: [["remove", "trixie"], ["export", "trixie", "/x.tar.zst"]])
    func `a root that is not here is told`(arguments: [String]) throws {
        let scratch = try ScratchDirectory()
        let result = try run(arguments, roots: scratch.path + "/roots")
        #expect(result.code == 2)
        #expect(result.error == "assay: there is no root trixie here; there is none in \(scratch.path)/roots\n")
    }

    @Test func `the directory of roots must be absolute`() throws {
        let result = try run([], roots: "here")
        #expect(result.code == 2)
        #expect(result.error == "assay: ASSAY_ROOTS=here: this must be an absolute path; correct or unset it\n")
    }
}
