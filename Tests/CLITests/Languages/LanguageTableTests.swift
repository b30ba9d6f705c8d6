import Core
import Grading
import Testing

@testable import CLI

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

    @Test func `what this system has no package for keeps nobody from installing the rest`() {
        func missing(_ id: String, _ install: [String]) -> LanguageTable.Row {
            LanguageTable.Row(id: id, name: id, state: .missing, packages: ["x"], install: install)
        }
        let table = LanguageTable(rows: [
            missing("php", ["apt-get install php"]), missing("python38", ["apt-get install python3.8"]),
            missing("swift", ["apt-get install gcc swiftlang"]),
            missing("zig", ["apt-get install gcc", "pip install zig"]),
        ])
        #expect(table.missingPackages == ["gcc", "php", "python3.8", "swiftlang"])
        let expected = """
            php       apt-get install php
            python38  apt-get install python3.8
            swift     apt-get install gcc swiftlang
            zig       apt-get install gcc && pip install zig

            all of them: apt-get install gcc php && pip install zig

            not among them, as this system's apt has no python3.8 swiftlang: python38 swift
            """
        let lines = table.missingLines(unavailable: ["python3.8", "swiftlang"])
        #expect(lines.joined(separator: "\n") == expected)
    }

    @Test func `a root is built once for all that is in it`() {
        func missing(_ id: String, _ command: String) -> LanguageTable.Row {
            LanguageTable.Row(id: id, name: id, state: .missing, packages: ["x"], install: [command])
        }
        let table = LanguageTable(rows: [
            missing("c14", "assay roots build trixie --packages gcc-14,libc6-dev"),
            missing("go124", "assay roots build trixie --packages golang-go"),
            missing("new", "assay roots build forky"), missing("other", "assay roots build trixie --packages gcc-14"),
        ])
        #expect(
            table.missingLines().last
                == "all of them: assay roots build forky && "
                + "assay roots build trixie --packages gcc-14,golang-go,libc6-dev"
        )
    }

    @Test func `what apt can install is told by its candidates`() {
        let text = """
            php:
              Installed: (none)
              Candidate: 2:8.2+93
              Version table:
                 2:8.2+93 500
            python3.8:
              Installed: (none)
              Candidate: (none)
              Version table:
            g++:
              Installed: 4:12.2.0-3
              Candidate: 4:12.2.0-3

            """
        #expect(AptPackages.candidates(in: text) == ["php", "g++"])
        #expect(AptPackages.candidates(in: "").isEmpty)
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
