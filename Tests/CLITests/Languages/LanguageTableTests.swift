import CLI
import Core
import Grading
import Testing

@Suite struct LanguageTableTests {
    private static let table = LanguageTable(rows: [
        .init(
            id: "c",
            name: "C (gcc)",
            state: .offered,
            version: "14.2.0",
            extensions: ["c"],
            packages: ["gcc"],
            seconds: 0.0914
        ),
        .init(id: "go", name: "Go", state: .failed, extensions: ["go"], packages: ["golang-go"], reason: "it\nhangs"),
        .init(
            id: "php",
            name: "PHP",
            state: .missing,
            extensions: ["php"],
            packages: ["php-cli"],
            install: ["apt-get install php-cli php"],
            reason: "no php"
        ),
        .init(id: "python3", name: "Python 3", state: .untested, extensions: ["py", "py3"], packages: ["python3"]),
        .init(
            id: "ruby",
            name: "Ruby",
            state: .missing,
            extensions: ["rb"],
            packages: ["ruby"],
            install: ["apt-get install php ruby"]
        ),
    ])
    private static let plain = TextStyle(hasColour: false)

    @Test func `shows those that are there, and names those that are not`() {
        let expected = """
            language  state     version  self-test  files     name
            c         offered   14.2.0     0.091 s  .c        C (gcc)
            go        failed                        .go       Go
                it hangs
            python3   untested                      .py .py3  Python 3
            1 offered, 1 untested (assay languages --self-test), 1 failed, 2 missing (assay languages --missing)
            missing: php ruby
            """
        #expect(
            Self.table.lines(columns: 80, showsMissing: false, style: Self.plain).joined(separator: "\n") == expected
        )
    }

    @Test func `shows those that are asked for, missing or not`() {
        let table = LanguageTable(rows: Array(Self.table.rows[2...2]))
        let expected = """
            language  state    version  self-test  files  name
            php       missing                      .php   PHP
                no php
            0 offered, 1 missing (assay languages --missing)
            """
        #expect(table.lines(columns: 80, showsMissing: true, style: Self.plain).joined(separator: "\n") == expected)
    }

    @Test func `shows no empty table`() {
        let lines = LanguageTable(rows: []).lines(columns: 80, showsMissing: false, style: Self.plain)
        #expect(lines == ["0 offered"])
    }

    @Test func `says how to install what is missing`() {
        let table = LanguageTable(rows: [
            .init(id: "php", name: "PHP", state: .missing, install: ["apt-get install php-cli php-gmp"]),
            .init(id: "ruby", name: "Ruby", state: .offered, install: ["apt-get install ruby"]),
            .init(
                id: "zig",
                name: "Zig",
                state: .missing,
                install: ["apt-get install gcc php-gmp", "pip install ziglang"]
            ),
            .init(id: "czig", name: "C", state: .missing, install: ["pip install ziglang"]),
            .init(id: "z", name: "Z", state: .missing, reason: "z: install it"),
        ])
        let expected = """
            php   apt-get install php-cli php-gmp
            zig   apt-get install gcc php-gmp && pip install ziglang
            czig  pip install ziglang
            z     z: install it

            all of them: apt-get install gcc php-cli php-gmp && pip install ziglang
            """
        #expect(table.missingLines().joined(separator: "\n") == expected)
    }

    @Test func `says of what is in a root, or on PyPI, how to get that`() {
        func missing(_ id: String, _ install: [String]) -> LanguageTable.Row {
            LanguageTable.Row(id: id, name: id, state: .missing, packages: ["x"], install: install)
        }
        let table = LanguageTable(rows: [
            missing("c14", ["assay roots build trixie"]), missing("go124", ["assay roots build trixie"]),
            missing("php", ["apt-get install php"]), missing("zig", ["apt-get install gcc", "pip install zig"]),
        ])
        let expected = """
            c14    assay roots build trixie
            go124  assay roots build trixie
            php    apt-get install php
            zig    apt-get install gcc && pip install zig

            all of them: apt-get install gcc php && assay roots build trixie && pip install zig
            """
        #expect(table.missingLines().joined(separator: "\n") == expected)
    }

    @Test func `says that nothing is missing`() {
        #expect(LanguageTable(rows: []).missingLines() == ["no language is missing"])
    }

    @Test func `has every field of a language in JSON`() throws {
        let table = LanguageTable(rows: [.init(id: "c", name: "C", state: .untested, extensions: ["c"])])
        #expect(
            String(decoding: try JSONLine.bytes(of: table), as: UTF8.self)
                == #"{"languages":[{"conformance":null,"extensions":["c"],"id":"c","install":[],"name":"C","packages":[],"#
                + #""prepared":[],"reason":null,"selfTestTime":null,"state":"untested","tier":"rest","version":null}]}"#
                + "\n"
        )
    }

    @Test func `counts what the conformance suite showed`() {
        let rows = [
            LanguageTable.Row(id: "c", name: "C", state: .offered, conformance: ConformanceSamples.mixed),
            .init(id: "go", name: "Go", state: .failed, reason: "it hangs"),
            .init(id: "php", name: "PHP", state: .missing),
        ]
        let expected = """
            go  failed: it hangs
            1 language: rows 1 passed, 1 failed, 1 known, 1 missing, 1 n/a; 1 language missing (assay languages --missing)
            """
        #expect(LanguageTable(rows: rows).conformanceSummary(style: Self.plain).joined(separator: "\n") == expected)
    }
}
