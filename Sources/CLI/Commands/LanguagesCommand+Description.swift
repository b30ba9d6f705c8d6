extension LanguagesCommand {
    /// How `assay languages` is called.
    static let description = CommandDescription(
        name: "languages",
        summary: "show which languages are offered here, and how to get the rest",
        options: [
            .init("check", "run the self-test of every installed language now"),
            .init("missing", "show only those that are missing, and how to install them"),
            .init("json", "one line of JSON on standard output"),
        ],
        notes: [
            "A language is offered after its self-test has passed in the sandbox with the tools that are installed. "
                + "assay submit runs a self-test that has not been run yet.",
            "Exit codes: with --check, 1 when a self-test failed.",
        ],
        examples: [
            ("assay languages", "what is offered"),
            ("assay languages --check", "try every installed language in the sandbox"),
            ("assay languages --missing", "what to install for the others"),
        ]
    )
}
