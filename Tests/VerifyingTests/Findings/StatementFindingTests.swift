import Testing

@Suite struct StatementFindingTests {
    private static let names =
        "problem_format_version: 2025-09\nname: {en: A, sv: B}\n"
        + "uuid: 7d0a2c5e-9f0b-4a57-8a39-1b6c1fd0a101\nlicense: cc0\nrights_owner: Me\n"

    static let rows: [PackageRow] = [
        .newer("none", ["statement/problem.en.md": nil], ["error no-statement statement"]),
        .newer(
            "in the older directory",
            ["statement/problem.en.md": nil, "problem_statement/problem.en.tex": "x"],
            [
                "error no-statement statement"
            ]
        ),
        .newer(
            "without a language",
            ["statement/problem.en.md": nil, "statement/problem.md": "x\n"],
            [
                "error statement-name statement/problem.md"
            ]
        ),
        .legacy(
            "without a language",
            ["problem_statement/problem.en.tex": nil, "problem_statement/problem.tex": "x\n"],
            []
        ),
        .newer(
            "in no language",
            ["statement/problem.english.md": "x\n"],
            [
                "error statement-language statement/problem.english.md",
                "error statement-language statement/problem.english.md",
            ]
        ),
        .newer(
            "without a name in its language",
            ["statement/problem.sv.md": "x\n"],
            [
                "error statement-language statement/problem.sv.md"
            ]
        ),
        .legacy("with its own name", ["problem_statement/problem.sv.tex": "\\problemname{B}\n"], []),
        .legacy(
            "without any name",
            ["problem_statement/problem.sv.tex": "x\n"],
            [
                "error statement-language problem_statement/problem.sv.tex"
            ]
        ),
        .newer("a name without a statement", ["problem.yaml": names], ["error statement-language problem.yaml:2"]),
        .newer("two languages", ["problem.yaml": names, "statement/problem.sv.tex": "x\n"], []),
        .newer(
            "two for one language",
            ["statement/problem.en.tex": "x\n"],
            [
                "error statement-name statement/problem.en.tex"
            ]
        ),
        .newer("empty", ["statement/problem.en.md": " \n"], ["error statement-text statement/problem.en.md"]),
        .newer(
            "no PDF",
            ["statement/problem.en.md": nil, "statement/problem.en.pdf": "x"],
            [
                "error statement-text statement/problem.en.pdf"
            ]
        ),
        .newer("a PDF", ["statement/problem.en.md": nil, "statement/problem.en.pdf": "%PDF-1.7"], []),
        .newer(
            "another ending",
            ["statement/problem.en.html": "x"],
            [
                "warning statement-name statement/problem.en.html"
            ]
        ),
        .newer(
            "a picture that is not there",
            ["statement/problem.en.md": "x\n\n![a cave](cave.jpg)\n"],
            [
                "error statement-text statement/problem.en.md:3"
            ]
        ),
        .newer(
            "a picture that is there",
            ["statement/problem.en.md": "![a](cave.jpg)\n", "statement/cave.jpg": "x"],
            []
        ),
        .newer("a picture from elsewhere", ["statement/problem.en.md": "![a](https://example.org/a.png)\n"], []),
        .newer(
            "names that are no constants",
            [
                "problem.yaml": Tree.newerMetadata + "constants: {n: 1, m: {value: 2, tex: two}}\n",
                "statement/problem.en.md": "{{n}} {{m}} {{m.tex}} {{ n }} {{1}}\n{{k}} and {{m.html}} and {{n\n",
            ],
            ["warning statement-text statement/problem.en.md:2", "warning statement-text statement/problem.en.md:2"]
        ),
        .newer("double braces where there are no constants", ["statement/problem.en.md": "$x^{{n}}$\n"], []),
        .legacy(
            "pictures of TeX",
            [
                "problem_statement/problem.en.tex":
                    "\\includegraphics[width=1cm]{a} \\includegraphics{b.png}\n% \\includegraphics{c}\n",
                "problem_statement/a.pdf": "x",
            ],
            ["error statement-text problem_statement/problem.en.tex:1"]
        ),
    ]

    @Test(arguments: rows)
    func `finds what is wrong with statements`(row: PackageRow) async throws {
        let tree = try Tree(row.files)
        let found = try await Verifier.verify(tree.directory)
        #expect(Verifier.words(found) == row.findings)
    }
}
