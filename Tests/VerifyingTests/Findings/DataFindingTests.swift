import Testing

@testable import Verifying

@Suite struct DataFindingTests {
    private static let scoring = "name: A\nauthor: Me\nlicense: cc0\ntype: scoring\n"
    private static let interactive = Tree.newerMetadata + "type: interactive\n"

    static let rows: [PackageRow] = [
        .newer("no sample", ["data/sample/1.in": nil, "data/sample/1.ans": nil], ["warning no-sample data/sample"]),
        .newer("a directory of one's own", ["data/mine/1.in": "x\n"], ["error data-entry data/mine"]),
        .newer("a file at the top", ["data/1.in": "x\n"], ["error data-entry data/1.in"]),
        .legacy(
            "a directory of the newer format",
            ["data/invalid_input/1.in": "x\n"],
            ["error data-entry data/invalid_input"]
        ),
        .newer("an answer is missing", ["data/secret/2.in": "5\n"], ["error load data/secret/2.in"]),
        .newer("an input is missing", ["data/secret/2.ans": "5\n"], ["error load data/secret/2.ans"]),
        .newer("another ending", ["data/secret/1.out2": "5\n"], ["warning stray-file data/secret/1.out2"]),
        .newer("a picture without a case", ["data/secret/2.png": "x"], ["warning stray-file data/secret/2.png"]),
        .newer(
            "two pictures",
            ["data/secret/1.png": "x", "data/secret/1.jpg": "x"],
            ["error images data/secret/1.png"]
        ),
        .newer(
            "a case with the name of a directory",
            ["data/secret/1/2.in": "5\n", "data/secret/1/2.ans": "6\n"],
            [
                "error case-name data/secret/1"
            ]
        ),
        .newer(
            "a case with the name of a file",
            ["data/secret/test_group.in": "5\n", "data/secret/test_group.ans": "6\n"],
            [
                "error case-name data/secret/test_group.in"
            ]
        ),
        .newer(
            "shown twice",
            ["data/sample/1.out": "2\n", "data/sample/1.ans.statement": "2\n", "data/sample/1.ans.download": "2\n"],
            [
                "error display data/sample/1.ans.statement"
            ]
        ),
        .newer(
            "shown and not to be downloaded",
            ["data/sample/1.in.statement": "2\n"],
            [
                "error display data/sample/1.in.statement"
            ]
        ),
        .newer(
            "shown and to be downloaded",
            ["data/sample/1.in.statement": "2\n", "data/sample/1.in.download": "2\n"],
            []
        ),
        .legacy("hints and descriptions", ["data/secret/1.hint": "x\n", "data/secret/1.desc": "y\n"], []),
        .newer("a hint beside the case", ["data/secret/1.hint": "x\n"], ["warning stray-file data/secret/1.hint"]),
        .newer("a case's own files", ["data/secret/1.files/a.txt": "x\n"], []),
        .newer(
            "an unknown key of a case",
            ["data/secret/1.yaml": "nonsense: 1\n"],
            ["error unknown-key data/secret/1.yaml:1"]
        ),
        .newer(
            "a dialogue without speakers",
            ["data/sample/2.interaction": ">a\nb\n", "data/sample/2.in": "9\n", "data/sample/2.ans": "1\n"],
            [
                "error interaction data/sample/2.interaction:2"
            ]
        ),
        .legacy("a dialogue without a case", ["data/sample/2.interaction": ">a\n<b\n"], []),
        .newer("CR LF", ["data/secret/1.in": "3\r\n"], ["warning line-ends data/secret/1.in"]),
        .newer("no line feed at the end", ["data/secret/1.ans": "4"], ["warning final-newline data/secret/1.ans"]),
        .newer(
            "twice the same",
            ["data/secret/2.in": "3\n", "data/secret/2.ans": "4\n"],
            ["warning same-input data/secret/1.in"]
        ),
        .newer(
            "twice nothing",
            ["data/secret/2.in": "", "data/secret/2.ans": "4\n", "data/secret/3.in": "", "data/secret/3.ans": "4\n"],
            []
        ),
        .newer("a link to the same", ["data/secret/2.in": "->1.in", "data/secret/2.ans": "->1.ans"], []),
        .newer(
            "the same with other arguments",
            [
                "data/secret/2.in": "3\n", "data/secret/2.ans": "4\n", "data/secret/2.yaml": "args: [x]\n",
            ],
            []
        ),
        .legacy(
            "groups in another order than people think",
            [
                "data/secret/2/1.in": "5\n", "data/secret/2/1.ans": "6\n", "data/secret/10/1.in": "7\n",
                "data/secret/10/1.ans": "8\n",
            ],
            ["warning group-order data/secret/10"]
        ),
        .legacy(
            "groups in order",
            [
                "data/secret/02/1.in": "5\n", "data/secret/02/1.ans": "6\n", "data/secret/10/1.in": "7\n",
                "data/secret/10/1.ans": "8\n",
            ],
            []
        ),
        .legacy("an empty group", ["data/secret/a/": ""], ["error empty-group data/secret/a"]),
        .legacy(
            "ignore_sample below the root",
            [
                "problem.yaml": scoring, "data/secret/testdata.yaml": "grader_flags: ignore_sample\n",
            ],
            ["error ignore-sample data/secret/testdata.yaml:1"]
        ),
        .legacy(
            "ignore_sample at the root",
            ["problem.yaml": scoring, "data/testdata.yaml": "on_reject: continue\ngrader_flags: ignore_sample max\n"],
            []
        ),
        .legacy(
            "ignore_sample where whoever fails a sample is at the end",
            ["problem.yaml": scoring, "data/testdata.yaml": "on_reject: break\ngrader_flags: max ignore_sample\n"],
            ["error ignore-sample data/testdata.yaml:2"]
        ),
        .legacy(
            "ignore_sample without on_reject",
            ["problem.yaml": scoring, "data/testdata.yaml": "grader_flags: ignore_sample\n"],
            ["error ignore-sample data/testdata.yaml:1"]
        ),
        .newer(
            "an invalid output without its parts",
            ["data/invalid_output/1.in": "5\n", "data/invalid_output/1.out": "5\n"],
            [
                "error stray-file data/invalid_output/1.in"
            ]
        ),
        .newer(
            "an invalid input with files",
            [
                "data/invalid_input/1.in": "x\n", "data/invalid_input/1.files/a.txt": "",
                "data/invalid_input/1.files/b/c": "",
            ],
            []
        ),
        .newer("an invalid input is enough by itself", ["data/invalid_input/1.in": "x\n"], []),
    ]

    @Test(arguments: rows)
    func `finds what is wrong with test data`(row: PackageRow) async throws {
        let tree = try Tree(row.files)
        let found = try await Verifier.verify(tree.directory)
        #expect(Verifier.words(found) == row.findings)
    }

    @Test(arguments: [
        (["1", "2", "10"], ["1", "2", "10"]), (["a10", "a9b", "a9"], ["a9", "a9b", "a10"]), (["b", "a"], ["a", "b"]),
        (["02", "2", "1"], ["1", "02", "2"]),
    ])
    func `people sort numbers by their values`(names: [String], sorted: [String]) {
        #expect(names.sorted { NaturalOrder.precedes($0, $1) } == sorted)
    }
}
