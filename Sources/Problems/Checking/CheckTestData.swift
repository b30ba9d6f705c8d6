internal import Core

/// Input validators in the language of checktestdata, `.ctd`: what an input looks like, command by command.
///
/// A program of our own in Python reads them. It runs in a box like every other validator, since whoever wrote a `.ctd`
/// may have written a loop that never ends.
enum CheckTestData {
    /// The validator that the file at `path` is.
    static func validator(_ path: String, _ file: BoxFile) -> PackageProgram {
        var program = file
        program.path = "program.ctd"
        let sources = [("__main__.py", main), ("parsing.py", parsing), ("reading.py", reading)]
        return PackageProgram(
            name: path,
            kind: .python(main: "__main__.py"),
            files: [program] + sources.map { BoxFile(path: $0.0, content: MemoryBytes($0.1)) }
        )
    }

    private static let main = ##"""
        import sys

        from parsing import Parser, broken
        from reading import Reader, Refused


        def main():
            sys.set_int_max_str_digits(0) if hasattr(sys, "set_int_max_str_digits") else None
            with open("program.ctd", encoding="latin-1") as file:
                source = file.read()
            try:
                program = Parser(source).program("the end")
            except SyntaxError as error:
                broken(str(error))
            reader = Reader(sys.stdin.buffer.read().decode("latin-1"))
            try:
                reader.run(program)
                reader.do_EOF()
            except Refused as refusal:
                print(refusal)
                sys.exit(43)
            sys.exit(42)


        main()
        """##
}
