import CLI
import Testing

@Suite struct TableTests {
    private static let languages = LanguageTable(rows: [
        .init(id: "c", name: "C (gcc)", state: .offered, version: "14.2.0", extensions: ["c"], packages: ["gcc"]),
        .init(id: "go", name: "Go", state: .failed, extensions: ["go"], packages: ["golang-go"], reason: "it\nhangs"),
        .init(id: "php", name: "PHP", state: .missing, extensions: ["php"], packages: ["php-cli"], reason: "no php"),
        .init(id: "python3", name: "Python 3", state: .untested, extensions: ["py", "py3"], packages: ["python3"]),
        .init(id: "ruby", name: "Ruby", state: .missing, extensions: ["rb"], packages: ["ruby"]),
    ])

    @Test func `shows languages in a table with a count`() {
        let expected = """
            language  state     version  files     name
            c         offered   14.2.0   .c        C (gcc)
            go        failed             .go       Go
                it hangs
            php       missing            .php      PHP
            python3   untested           .py .py3  Python 3
            ruby      missing            .rb       Ruby
            1 offered, 1 untested (assay languages --check), 1 failed, 2 missing (assay languages --missing)
            """
        #expect(Self.languages.lines(style: TextStyle(hasColour: false)).joined(separator: "\n") == expected)
    }

    @Test func `says how to install what is missing`() {
        let expected = """
            php   apt-get install php-cli
            ruby  apt-get install ruby

            all of them: apt-get install php-cli ruby
            """
        #expect(Self.languages.missingLines().joined(separator: "\n") == expected)
    }

    @Test func `says that nothing is missing`() {
        #expect(LanguageTable(rows: []).missingLines() == ["no language is missing"])
    }

    @Test func `has every field of a language in JSON`() throws {
        let table = LanguageTable(rows: [.init(id: "c", name: "C", state: .untested, extensions: ["c"])])
        #expect(
            String(decoding: try JSONLine.bytes(of: table), as: UTF8.self)
                == #"{"languages":[{"extensions":["c"],"id":"c","name":"C","packages":[],"reason":null,"#
                + #""state":"untested","version":null}]}"# + "\n"
        )
    }

    @Test func `marks states with colours only where there are colours`() {
        #expect(TextStyle(hasColour: true).mark("ok", .good) == "\u{1B}[32mok\u{1B}[0m")
        #expect(TextStyle(hasColour: false).mark("ok", .good) == "ok")
    }
}
