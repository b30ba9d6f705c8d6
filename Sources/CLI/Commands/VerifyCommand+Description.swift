extension VerifyCommand {
    /// How `assay verify` is called.
    static let description = CommandDescription(
        name: "verify",
        summary: "check problem packages and their submissions as an author would want",
        operands: "PACKAGE_OR_DIR…",
        operandCount: 1...10_000,
        options: [
            .init("parts", "P,…", "only these of metadata, statement, data, validators and submissions"),
            .init("submissions", "TEXT", "only submissions with this in their paths"),
            .init("all-tests", "run every submission on every test, also after one that ran into a limit"),
            .init("runs", "N", "how often times that count are measured (3)"),
            .init("time", "S", "the time limit in seconds, in place of the packages' or inferred ones"),
            .init("slots", "N", "how many boxes may run at once (as many as processors)"),
            SlotOptions.pin,
            .init("werror", "take warnings for errors"),
            .init("report", "KIND=FILE…", "write a report: junit, html or json; several with commas between"),
            .init("json", "one line of JSON on standard output"),
        ],
        notes: [
            "Looks at names, problem.yaml, statements and test data; runs the input validators on every input, and on "
                + "what is none; has the output validator look at the judges' answers, and at what is no answer; judges all "
                + "submissions against what is expected of them, and holds the time limit against their times. Where a "
                + "package states no time limit one is inferred, and kept for submit and grade.",
            "Each finding is one line: file, line, what is wrong, and the mend.",
            "Exit codes: 0 when there are no errors (with --werror, no warnings either), else 1.",
        ],
        examples: [
            ("assay verify Problems", "all packages in Problems"),
            ("assay verify hello --parts metadata,data", "what can be seen without running anything"),
            ("assay verify twosum --werror --report html=twosum.html,junit=twosum.xml", "for continuous integration"),
        ]
    )
}

extension Subcommand {
    static let verify = Subcommand(description: VerifyCommand.description, action: .withBoxes(VerifyCommand.run))
}
