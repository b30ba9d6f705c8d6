extension GradeCommand {
    /// How `assay grade` is called.
    static let description = CommandDescription(
        name: "grade",
        summary: "grade many submissions: those that packages bring along, or your own",
        operands: "PACKAGE_OR_DIR…",
        operandCount: 1...10_000,
        options: [
            .init("submissions", "DIR|JSONL", "the submissions, in place of the packages' own"),
            .init("slots", "N", "how many boxes may run at once (as many as processors)"),
            SlotOptions.pin,
            .init("all-tests", "go on after a test that was not accepted"),
            .init("time", "S", "CPU time for a test in seconds, in place of the problems'"),
            .init("memory", "MIB", "memory for a test in MiB, in place of the problems'"),
            .init("report", "KIND=FILE…", "write a report: jsonl, csv, junit or html; several with commas between"),
            .init("resume", "go on with the results in the jsonl report; nothing is judged twice"),
            .init("json", "a line of JSON for each result as it comes, and a summary last"),
        ],
        notes: [
            "PACKAGE_OR_DIR is a problem package, its name, or a directory of packages. Without --submissions each package's "
                + "own submissions are judged, and what the package says of them is expected.",
            "A directory of submissions has one for each file and each directory in it, below a directory called as the "
                + "package where there are several packages. A JSONL file has one JSON object on each line: "
                + "{\"id\",\"problem\",\"language\",\"files\":{NAME:TEXT}|\"source\":TEXT,\"expected\":[\"AC\"]}.",
            "Exit codes: 0 when all is as expected (or, with nothing expected, accepted), 1 when not, 3 when judging failed.",
        ],
        examples: [
            ("assay grade Problems", "the submissions of all packages in Problems"),
            ("assay grade twosum --submissions answers/ --report html=answers.html", "a directory of solutions"),
            (
                "assay grade Problems --submissions all.jsonl --report jsonl=results.jsonl --resume",
                "many, in a way that survives a crash"
            ),
        ]
    )
}

extension Subcommand {
    static let grade = Subcommand(description: GradeCommand.description, action: .withBoxes(GradeCommand.run))
}
