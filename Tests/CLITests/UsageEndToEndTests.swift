import Testing

/// The built program, as far as it goes without a sandbox.
@Suite struct UsageEndToEndTests {
    @Test(arguments: [["--version"], ["version"]])
    func `tells its version`(arguments: [String]) throws {
        let result = try BuiltProgram.run(arguments)
        #expect(result.code == 0)
        #expect(result.output == "assay 0.1.0\n")
        #expect(result.error.isEmpty)
    }

    @Test(arguments: [
        ["--help"], ["help"], ["help", "submit"], ["run", "--help"], ["doctor", "-h"], ["submit", "x", "--help"],
    ])
    func `helps on standard output`(arguments: [String]) throws {
        let result = try BuiltProgram.run(arguments)
        #expect(result.code == 0)
        #expect(result.output.contains("usage: assay "))
        #expect(result.error.isEmpty)
    }

    @Test(arguments: [
        ([], "a command is missing; usage: assay COMMAND …, and assay --help lists the commands"),
        (["submti"], "there is no command submti; did you mean submit?"),
        (["xyzzy"], "there is no command xyzzy; assay --help lists them"),
        (["--json"], "there is no option --json before the command; usage: assay COMMAND …, see assay --help"),
        (["help", "submti"], "there is no command submti; did you mean submit?"),
        (
            ["submit"],
            "submit needs PROBLEM FILE…; usage: assay submit PROBLEM FILE… [options], see assay submit --help"
        ),
        (["submit", "hello", "x", "--tiem", "2"], "submit has no option --tiem; did you mean --time?"),
        (
            ["submit", "hello", "x.py", "--time", "nan"],
            "--time nan is no time; give seconds between 0.001 and 3600, as in --time 2.5"
        ),
        (["run", "/nowhere/x.py"], "/nowhere/x.py: there is no such file; check the name"),
        (["run", "/"], "/: this is a directory; give a source file"),
        (["submit", "hello", "/nowhere/x.py"], "/nowhere/x.py: there is no such file; check the name"),
        (
            ["submit", "hello", "x.py", "--database", "mysql://user:secret@host/x"],
            "--database: 'mysql:' is no kind of queue; write sqlite:PATH or postgresql://HOST/NAME"
        ),
        (
            ["submit", "hello", "x.py", "--database", "sqlite:x", "--slots", "2"],
            "--slots is the worker's to choose where there is --database; leave it out"
        ),
    ])
    func `answers wrong usage with one line and exit code 2`(arguments: [String], message: String) throws {
        let result = try BuiltProgram.run(arguments)
        #expect(result.code == 2)
        #expect(result.error == "assay: \(message)\n")
        #expect(result.output.isEmpty)
    }
}
