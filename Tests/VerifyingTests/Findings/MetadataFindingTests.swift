import Testing
import Verifying

@Suite struct MetadataFindingTests {
    private static let start = "problem_format_version: 2025-09\n"
    private static let uuid = "uuid: 7d0a2c5e-9f0b-4a57-8a39-1b6c1fd0a101\n"

    static let files: [PackageRow] = [
        .legacy("nothing wrong", [:], []),
        .newer("nothing wrong", [:], []),
        .newer("no tests", ["data/secret/1.in": nil, "data/secret/1.ans": nil], ["error load data/secret"]),
        .newer("a name with a blank", ["attachments/a b.txt": ""], ["error file-name attachments/a b.txt"]),
        .newer("a name that begins with a dash", ["attachments/-a": ""], ["error file-name attachments/-a"]),
        .newer("a broken link", ["attachments/a": "->nowhere"], ["error link attachments/a"]),
        .newer("an absolute link", ["attachments/a": "->/etc/hosts"], ["error link attachments/a"]),
        .newer("a link out of the package", ["attachments/a": "->../../../.."], ["error link attachments/a"]),
        .newer("a link within it", ["attachments/a": "->../problem.yaml"], []),
        .newer("a directory that is mistyped", ["submision/x": ""], ["warning stray-directory submision"]),
        .newer("a directory of the older format", ["graders/x": ""], ["warning stray-directory graders"]),
        .legacy("a directory of the newer format", ["solution/x": ""], ["warning stray-directory solution"]),
        .newer("a directory of one's own", ["slides/x": ""], []),
        .newer("include files for all languages", ["include/default/x": ""], []),
        .newer("include files for a version", ["include/cpp17/x.h": ""], []),
        .newer("templates", ["attachments/templates/cpp/x": "", "attachments/templates/default/x": ""], []),
        .newer(
            "templates for nobody",
            ["attachments/templates/a/x": ""],
            ["error language-code attachments/templates/a"]
        ),
        .newer("a directory of attachments", ["attachments/a/x": ""], ["error stray-directory attachments/a"]),
        .newer("a solution", ["solution/solution.en.md": ""], []),
        .newer("no solution", ["solution/notes.txt": ""], ["error stray-directory solution"]),
        .newer(
            "arguments that are no list",
            ["data/secret/test_group.yaml": "args: a b\n"],
            ["error format-rule data/secret/test_group.yaml:1"]
        ),
        .newer("include files for no language", ["include/klingon/x": ""], ["error language-code include/klingon"]),
        .newer("a file that nothing reads", ["assay.yaml": ""], ["warning ignored assay.yaml"]),
    ]

    static let metadata: [PackageRow] = [
        .lines("nonsense: 1", ["error unknown-key problem.yaml:6"]),
        .lines("limits: {nonsense: 1}", ["error unknown-key problem.yaml:6"]),
        .lines("type: [pass-fail, pass-fail]", ["error format-rule problem.yaml:6"]),
        .lines("constants: {b c: 1}", ["error format-rule problem.yaml:6"]),
        .lines("constants: {b: {tex: one}}", ["error format-rule problem.yaml:6"]),
        .lines("constants: {b: {value: 1, tex: one}}", []),
        .lines("limits: {validation_passes: 2}", ["error format-rule problem.yaml:6"]),
        .lines("version: [1]", ["error wrong-type problem.yaml:6"]),
        .lines("version: 1.0", []),
        .lines("keywords: one two", ["error wrong-type problem.yaml:6"]),
        .lines("keywords: [one, two]", []),
        .lines("embargo_until: tomorrow", ["error wrong-type problem.yaml:6"]),
        .lines("embargo_until: 2026-13-01", ["error wrong-type problem.yaml:6"]),
        .lines("embargo_until: 2026-12-01", []),
        .lines("embargo_until: 2026-12-01T10:00:00Z", []),
        .lines("source: {url: x}", ["error wrong-type problem.yaml:6"]),
        .lines("source: {name: x, url: y}", []),
        .lines("source: [x, {name: y}]", []),
        .lines("source: {name: x, year: y}", ["error unknown-key problem.yaml:6"]),
        .lines("credits: [A]", ["error wrong-type problem.yaml:6"]),
        .lines("credits: A B <a@b.c>", []),
        .lines("credits: {authors: A}", []),
        .lines("credits: {authors: [A, {name: B, email: b@c.d}]}", []),
        .lines("credits: {authors: [{email: b@c.d}]}", ["error wrong-type problem.yaml:6"]),
        .lines("credits: {authors: [{name: B, mail: b@c.d}]}", ["error wrong-type problem.yaml:6"]),
        .lines("credits: {writers: A}", ["error unknown-key problem.yaml:6"]),
        .lines("credits: {translators: A}", ["error wrong-type problem.yaml:6"]),
        .lines("credits: {translators: {sv: [A]}}", []),
        .lines("limits: {time_limit: 1.5}", ["error time-resolution problem.yaml:6"]),
        .lines("limits: {time_limit: 1.5, time_resolution: 0.1}", []),
        .lines("languages: [cpp, klingon]", ["error language-code problem.yaml:6"]),
        .newer(
            "no name",
            ["problem.yaml": start + uuid + "license: cc0\nrights_owner: M\n"],
            [
                "error missing-key problem.yaml", "error statement-language statement/problem.en.md",
            ]
        ),
        .newer(
            "an empty name",
            ["problem.yaml": start + uuid + "name: {en: ' '}\nlicense: cc0\nrights_owner: M\n"],
            [
                "error missing-key problem.yaml:3"
            ]
        ),
        .newer(
            "no uuid",
            ["problem.yaml": start + "name: A\nlicense: cc0\nrights_owner: M\n"],
            [
                "error missing-key problem.yaml"
            ]
        ),
        .newer(
            "a wrong uuid",
            ["problem.yaml": start + "name: A\nuuid: 1\nlicense: cc0\nrights_owner: M\n"],
            [
                "error uuid problem.yaml:3"
            ]
        ),
        .newer("no license", ["problem.yaml": start + uuid + "name: A\n"], ["warning license problem.yaml"]),
        .newer(
            "an unknown license",
            ["problem.yaml": start + uuid + "name: A\nlicense: MIT\n"],
            [
                "error license problem.yaml:4"
            ]
        ),
        .newer(
            "nobody who gives the license",
            ["problem.yaml": start + uuid + "name: A\nlicense: cc by\n"],
            [
                "error rights-owner problem.yaml:4"
            ]
        ),
        .newer("credits are enough", ["problem.yaml": start + uuid + "name: A\nlicense: cc by\ncredits: A\n"], []),
        .newer(
            "an owner of the public domain",
            ["problem.yaml": start + uuid + "name: A\nlicense: public domain\nrights_owner: M\n"],
            ["error rights-owner problem.yaml:5"]
        ),
        .legacy(
            "grading without scores",
            ["problem.yaml": "name: A\nlicense: cc0\nauthor: M\ngrading: {objective: max}\n"],
            [
                "error scoring-key problem.yaml:4"
            ]
        ),
        .legacy(
            "keywords in a list",
            ["problem.yaml": "name: A\nlicense: cc0\nauthor: M\nkeywords: [a]\n"],
            [
                "error wrong-type problem.yaml:4"
            ]
        ),
    ]

    @Test(arguments: files + metadata)
    func `finds what is wrong with names and metadata`(row: PackageRow) async throws {
        let tree = try Tree(row.files)
        let found = try await Verifier.verify(tree.directory)
        #expect(Verifier.words(found) == row.findings)
    }

    @Test(arguments: ["Hello", "two-sum", "two_sum", "ä"])
    func `a package has a plain name`(name: String) async throws {
        let tree = try Tree(Tree.newer, name: name)
        #expect(Verifier.words(try await Verifier.verify(tree.directory)) == ["error short-name "])
    }

    @Test func `a finding is one line with the package as it was written`() async throws {
        let tree = try Tree(Tree.newer.merging(["problem.yaml": Tree.newerMetadata + "languages: klingon\n"]) { $1 })
        let found = try await Verifier.verify(tree.directory + "/")
        let lines = found.findings.map { $0.line(in: found.directory) }
        #expect(
            lines == [
                "\(tree.directory)/problem.yaml:6: the format has no language \"klingon\"; write codes such as cpp, java or python3"
            ]
        )
    }
}
