import Core
import Languages
import Testing

@Suite struct ConformanceProgramsTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func profile(_ more: String = "") throws -> LanguageProfile {
        try scratch.write("p/zig.yaml", SampleProfile.text + more)
        return try #require(try LanguageCatalog(directory: scratch.path + "/p").profile("zig"))
    }

    /// What there is for `row` when the directory of programs has these files.
    private func entry(
        _ row: ConformanceRow,
        _ files: [String: String],
        profile more: String = ""
    ) throws -> ConformancePrograms.Entry {
        for (name, text) in files { try scratch.write("c/" + name, text) }
        return try ConformancePrograms(directory: scratch.path + "/c").entry(for: row, of: profile(more))
    }

    /// The paths of a program's files, then its entry where it names one.
    private func told(_ entry: ConformancePrograms.Entry) -> [String] {
        switch entry {
        case .program(let files, let entry): files.map(\.path) + (entry.map { ["> " + $0] } ?? [])
        case .notApplicable(let reason): ["none", reason]
        case .missing(let path): ["missing", path]
        }
    }

    @Test(arguments: [
        (["zig/sum.zig": "x"], "", ["sum.zig"]),
        (["zig/sum.zg": "x", "zig/sum.c": "y"], "", ["sum.zg"]),
        (["zig/sum.none": "It cannot add.\nmore"], "", ["none", "It cannot add."]),
        (["other/sum.zig": "x"], "conformance: other\n", ["sum.zig"]),
        (["second/sum.zig": "x"], "conformance: [first, second]\n", ["sum.zig"]),
        (["first/sum.none": "no", "second/sum.zig": "x"], "conformance: [first, second]\n", ["none", "no"]),
        (["zig/sum/other.zig": "x"], "", ["other.zig"]),
        (["zig/sum.zig": "x"], "notApplicable: {sum: too hard}\n", ["none", "too hard"]),
        (["zig/sum.zig/README": "x", "zig/summary.zig": "x"], "", ["missing", "conformance/zig/sum.zig"]),
        ([:], "conformance: [first, second]\n", ["missing", "conformance/second/sum.zig"]),
    ])
    func `a row is a file of its name, in the first set that has one`(
        files: [String: String],
        more: String,
        expected: [String]
    ) throws {
        #expect(told(try entry(.sum, files, profile: more)) == expected)
    }

    @Test(arguments: [
        (
            ["zig/files/a.zig": "", "zig/files/start.zig": "", "zig/files/b.zon": ""],
            ["a.zig", "b.zon", "start.zig", "> start.zig"]
        ),
        (["zig/files/Start.zg": "", "zig/files/a.zon": ""], ["Start.zg", "a.zon", "> Start.zg"]),
        ([:], ["missing", "conformance/zig/files/"]),
    ])
    func `a row of several files is a directory, and the one called start is started`(
        files: [String: String],
        expected: [String]
    ) throws {
        #expect(told(try entry(.files, files)) == expected)
    }

    @Test func `the row of several files has several`() throws {
        let error = #expect(throws: ProfileError.self) { try entry(.files, ["zig/files/start.zig": ""]) }
        #expect(error?.message == "must have several files in it, one of them called start")
    }

    @Test func `where classes are started the entry is one`() throws {
        let files = ["zig/files/Greeting.zig": "", "zig/files/Start.zig": ""]
        #expect(told(try entry(.files, files, profile: "entry: javaClass\n")).last == "> Start")
    }

    @Test(arguments: [
        (["zig/sum.zig": "", "zig/sum.none": "no"], "the row sum is there as sum.none and sum.zig; keep one of them"),
        (["zig/sum/a.zig": "", "zig/sum/start.zon": ""], "has no source called start; that is the one to start"),
        (["zig/sum.none": "\n"], "say why, in one line"),
    ])
    func `what cannot be meant is told with its place`(files: [String: String], words: String) throws {
        let error = #expect(throws: ProfileError.self) { try entry(.sum, files) }
        #expect(error?.message == words)
        #expect(error?.file.hasPrefix(scratch.path + "/c/zig") == true)
    }

    @Test(arguments: [
        ("notApplicable: {sums: no}\n", ":25: `notApplicable`: there is no row `sums`; did you mean `sum`?"),
        (
            "knownFailures: {everything: no}\n",
            ":25: `knownFailures`: there is no row `everything`; the rows are hello,"
        ),
        ("knownFailures: {sum: [a]}\n", ":25: `knownFailures.sum` must say why, in one line"),
        (
            "knownFailures: {sum: null}\n",
            ":25: `knownFailures.sum` takes back what this profile extends, and it extends"
        ),
        ("notApplicable: {sum: ''}\n", ":25: `notApplicable.sum` must say why, in one line"),
        ("notApplicable: {sum: a}\nknownFailures: {sum: b}\n", ":26: `sum` is in `notApplicable` as well; keep one"),
        ("conformance: ../c\n", ":25: `conformance` must be the name of a directory in Sandboxes/conformance"),
        ("conformance: []\n", ":25: `conformance` must be the name of a directory"),
        ("tier: rare\n", ":25: `tier` must be one of common, rest"),
    ])
    func `a claim that cannot be meant is told with its line`(more: String, expected: String) throws {
        let error = #expect(throws: ProfileError.self) { try profile(more) }
        #expect(error?.description.contains("/zig.yaml" + expected) == true, "\(error?.description ?? "")")
    }

    @Test func `a version shares the programs of what it extends, and another language does not`() throws {
        _ = try profile()
        try scratch.write("p/zag.yaml", "id: zag\nextends: zig\nname: Zag\npriority: 9\n")
        try scratch.write("p/zog.yaml", "id: zog\nextends: zag\nname: Zog\npriority: 10\n")
        let other = "id: zug\nextends: zig\nname: Zug\nextensions: [zug]\nselfTest: {file: a.zug}\n"
        try scratch.write("p/zug.yaml", other)
        let catalog = try LanguageCatalog(directory: scratch.path + "/p")
        #expect(catalog.profile("zig")?.conformance.sets == ["zig"])
        #expect(catalog.profile("zog")?.conformance.sets == ["zog", "zag", "zig"])
        #expect(catalog.profile("zug")?.conformance.sets == ["zug"])
    }

    @Test func `a profile takes over the claims of what it extends`() throws {
        try scratch.write("p/zag.yaml", "id: zag\nextends: zig\nname: Zag\npriority: 9\nnotApplicable: {crash: no}\n")
        _ = try profile("conformance: common\ntier: common\nnotApplicable: {sum: never}\n")
        let zag = try #require(try LanguageCatalog(directory: scratch.path + "/p").profile("zag"))
        #expect(zag.conformance == ConformanceClaims(sets: ["common"], notApplicable: [.sum: "never", .crash: "no"]))
        // Nor is a version of what everybody has what everybody has.
        #expect(zag.tier == .rest)
    }

    @Test func `a profile takes a claim of what it extends back by null, and may say otherwise`() throws {
        _ = try profile("notApplicable: {sum: never, sort: never}\nknownFailures: {crash: no, deep: no}\n")
        let own = "notApplicable: {sum: null, deep: too deep}\nknownFailures: {crash: ~, deep: null}\n"
        try scratch.write("p/zag.yaml", "id: zag\nextends: zig\nname: Zag\npriority: 9\n" + own)
        try scratch.write("p/zog.yaml", "id: zog\nextends: zag\nname: Zog\npriority: 10\n")
        let catalog = try LanguageCatalog(directory: scratch.path + "/p")
        let expected: [ConformanceRow: String] = [.sort: "never", .deep: "too deep"]
        for id in ["zag", "zog"] {
            let claims = try #require(catalog.profile(LanguageID(id))).conformance
            #expect(claims.notApplicable == expected)
            #expect(claims.knownFailures.isEmpty)
        }
    }
}
