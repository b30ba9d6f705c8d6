extension DoctorCommand {
    /// How `assay doctor` is called.
    static let description = CommandDescription(
        name: "doctor",
        summary: "show what this host can enforce, and how to get the rest",
        options: [.init("json", "one line of JSON on standard output")],
        notes: [
            "What is degraded is done without: with a wall less, or with figures that vary more. Nothing can be judged "
                + "as long as something is missing. In the end a box is made, and a program run in it.",
            "Exit codes: 3 when something is missing that judging needs; 0 also with what is degraded.",
        ],
        examples: [("assay doctor", "check this host"), ("assay doctor --json", "the same, for programs")]
    )
}
