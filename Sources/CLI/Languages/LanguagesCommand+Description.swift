extension LanguagesCommand {
    /// How `assay languages` is called.
    static let description = CommandDescription(
        name: "languages",
        summary: "show which languages are offered here, and how to get the rest",
        operands: "[ID…]",
        operandCount: 0...1000,
        options: [
            .init("check", "run the conformance suite, and each language's self-test before it"),
            .init("self-test", "run the self-tests only"),
            .init("prepare", "make precompiled headers, archives and caches, so that they compile and start faster"),
            .init("missing", "show only those that are missing, and how to install them"),
            .init("tier", "T", "only languages of this tier: common or rest"),
            .init("slots", "N", "boxes at a time for --check (as many as processors)"),
            .init("matrix", "FILE", "with --check: write the results to this file, too, as a table in Markdown"),
            .init("results", "FILE", "with --check: go on with the results in this file, and add to them"),
            .init("json", "one line of JSON on standard output"),
        ],
        notes: [
            "ID is an id or another word that --language takes, or a pattern with * for ids. Without one all languages are "
                + "meant.",
            "A language is offered after its self-test has passed in the sandbox with the tools that are installed. "
                + "assay submit runs a self-test that has not been run yet.",
            "What is prepared is shown to boxes read-only. It is not used when its toolchain has changed; prepare again then.",
            "Exit codes: with --check, --self-test and --prepare, 1 when something failed or has no program.",
        ],
        examples: [
            ("assay languages", "what is offered"),
            ("assay languages --check python3 'cpp*'", "try all that these have to do in the sandbox"),
            ("assay languages --prepare", "have every language start as fast as it can"),
            ("assay languages --missing", "what to install for the others"),
        ]
    )
}
