extension DoctorCommand {
    /// How `assay doctor` is called.
    static let description = CommandDescription(
        name: "doctor",
        summary: "show what this host can enforce, and how to get the rest",
        options: [.init("json", "one line of JSON on standard output")],
        notes: ["Exit codes: 3 when something is missing that judging needs."],
        examples: [("assay doctor", "check this host")]
    )
}
