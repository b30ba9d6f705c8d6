extension SubmitCommand {
    /// How `assay submit` is called.
    static let description = CommandDescription(
        name: "submit",
        summary: "grade one solution on the tests of a problem",
        operands: "PROBLEM FILE…",
        operandCount: 2...1001,
        options: [
            .init("language", "L", "the language, where the names of the files do not tell it"),
            .init("entry", "F", "the file (or class) to start, where the language has no other rule"),
            .init("slots", "N", "how many boxes may run at once (as many as processors)"),
            SlotOptions.pin,
            .init("samples", "run the samples only"),
            .init("all-tests", "go on after a test that was not accepted"),
            .init("time", "S", "CPU time for a test in seconds, in place of the problem's"),
            .init("memory", "MIB", "memory for a test in MiB, in place of the problem's"),
            .init("database", "URL", "grade through a queue, and follow it: sqlite:PATH or postgresql://…"),
            .init("json", "one line of JSON on standard output"),
        ],
        notes: [
            "PROBLEM is the directory of a problem package, or a name that is looked up in $ASSAY_PROBLEMS, ./Problems "
                + "and the installed problems.",
            "Verdicts: AC accepted, WA wrong answer, TLE time limit, MLE memory limit, OLE output limit, RTE runtime "
                + "error, CE compile error, JE judge error, SK skipped.",
            "With --database the job is judged by a worker on that queue; Ctrl-C asks whether to cancel it or leave it "
                + "running.",
            "Exit codes: 0 for AC, 3 for JE, else 1.",
        ],
        examples: [
            ("assay submit hello hello.py", "grade a solution of the problem hello"),
            ("assay submit Problems/aplusb Main.java Parser.java --entry Main", "several files"),
            ("assay submit twosum twosum.cpp --language cpp20 --all-tests", "a version of a language, every test"),
        ]
    )
}
