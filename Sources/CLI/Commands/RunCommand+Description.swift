extension RunCommand {
    /// How `assay run` is called.
    static let description = CommandDescription(
        name: "run",
        summary: "compile and run a program in the sandbox, without tests",
        operands: "FILE…",
        operandCount: 1...1000,
        options: [
            .init("language", "L", "the language, where the names of the files do not tell it"),
            .init("entry", "F", "the file (or class) to start, where the language has no other rule"),
            .init("problem", "P", "take limits, include files and allowed languages from this problem"),
            .init("stdin", "F", "the program's standard input, - for this command's own; none where it is left out"),
            .init("time", "S", "CPU time in seconds (10)"),
            .init("wall", "S", "time on the clock in seconds (2 × CPU time + 1)"),
            .init("memory", "MIB", "memory in MiB (512)"),
            .init("capture", "KIB", "how much of each output stream to show in KiB (64 with --json, else all)"),
            .init("json", "one line of JSON on standard output"),
        ],
        afterDashes: .programArguments,
        notes: [
            "What the program writes goes to standard output and standard error, with a line about the run behind it on "
                + "standard error. Writing more than 8 MiB ends the run.",
            "Exit codes: 0 when the program ended with code 0, 1 when it did not or was not compiled.",
        ],
        examples: [
            ("assay run hello.py", "run a program"),
            ("assay run --stdin input.txt --time 2 --memory 256 main.cpp", "with input and limits"),
            ("assay run --json Main.java -- one two", "with arguments, told as JSON"),
        ]
    )
}
