import Core
import Languages
import Testing

/// What the file that is started is called in the box, where its language asks for something.
@Suite struct MainNameTests {
    private func laidOut(
        _ id: LanguageID,
        _ files: [(String, String)],
        entry: String? = nil
    ) throws -> (names: [String], main: String) {
        let scratch = try Scratch()
        let profile = try #require(try Shipped.catalog().profile(id))
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
        let toolchain = try locator.locate(profile)
        let files = files.map { BoxFile(path: $0.0, content: MemoryBytes($0.1)) }
        return (
            try toolchain.laidOut(files, entry: entry).map(\.path), try toolchain.entryPoint(of: files, entry: entry)
        )
    }

    @Test(arguments: [
        ("nim", "two-sum.nim", "two_sum.nim"), ("nim", "1001A.nim", "p1001A.nim"), ("nim", "a b.nim", "a_b.nim"),
        ("nim", "_x__y.nim", "x_y.nim"), ("nim", "x_.nim", "x_.nim"), ("nim", "-.nim", "p.nim"),
        ("nim", "été.nim", "été.nim"), ("nim", "solution.nim", "solution.nim"), ("nim", "a'b\"$c.NIM", "a_b_c.NIM"),
        ("d", "two-sum.d", "two_sum.d"), ("d", "1001A.d", "p1001A.d"), ("d", "lib/a b.d", "lib/a_b.d"),
        ("ada", "my sum.adb", "my_sum.adb"), ("ada", "my-sum.adb", "my-sum.adb"),
        ("basic", "my sum.bas", "my_sum.bas"), ("pari", "a$x.gp", "a_x.gp"), ("prolog", "a$x'.pro", "a_x_.pro"),
        ("python3", "my $x.py", "my $x.py"),
    ])
    func `what is started is called as its language asks for`(id: LanguageID, name: String, expected: String) throws {
        let (names, main) = try laidOut(id, [(name, "x\n")])
        #expect(names == [expected] && main == expected)
    }

    @Test(arguments: [
        ("MODULE hello;\n", "hello.mod"), ("MODULE sol;\n", "sol.mod"), ("MODULE Sol;\n", "Sol.mod"),
        ("(* MODULE one (* two *) MODULE *)\n<* x *>\nMODULE hello[3];\n MODULE inner;", "hello.mod"),
        ("IMPLEMENTATION MODULE hello;\n", "sol.mod"), ("MODULE", "sol.mod"), ("", "sol.mod"),
        ("(* MODULE hello", "sol.mod"),
    ])
    func `in Modula-2 it is called like its module`(source: String, expected: String) throws {
        #expect(try laidOut("modula2", [("sol.mod", source)]).names == [expected])
    }

    @Test(arguments: [
        ("entity sum is\nend entity;\n", "sum.vhd"), ("ENTITY Sol IS\nend;\n", "sol.vhd"),
        ("-- entity no is\n/* entity never is */ entity part is\nend entity part;\nentity top is\nend top;", "top.vhd"),
        ("entity sol is end; entity other is end;", "sol.vhd"), ("x <= entity work.part;", "sol.vhd"), ("", "sol.vhd"),
        ("report \"entity no is\"; -- \"\nentity yes is", "yes.vhd"),
    ])
    func `in VHDL it is called like the entity that is simulated`(source: String, expected: String) throws {
        #expect(try laidOut("vhdl", [("sol.vhd", source)]).names == [expected])
    }

    @Test func `other files keep their names, and nothing is written over another`() throws {
        let files = [("other-one.nim", "x"), ("two-sum.nim", "x"), ("two_sum.nim", "x")]
        let first = try laidOut("nim", files)
        #expect(first.names == ["other_one.nim", "two-sum.nim", "two_sum.nim"] && first.main == "other_one.nim")
        let second = try laidOut("nim", files, entry: "two-sum")
        #expect(second.names == files.map(\.0) && second.main == "two-sum.nim")
        let parts = [("sol.vhd", "entity a is"), ("b.vhd", "entity sol is")]
        #expect(try laidOut("vhdl", parts).names == ["sol.vhd", "b.vhd"])
    }
}
