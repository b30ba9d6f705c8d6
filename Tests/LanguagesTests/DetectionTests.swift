import Core
import Languages
import Testing

@Suite struct DetectionTests {
    private func files(_ names: [String], _ first: String = "") -> [Submission.SourceFile] {
        names.enumerated().map { Submission.SourceFile(name: $1, content: $0 == 0 ? Array(first.utf8) : []) }
    }

    @Test(arguments: [
        (["a.c"], "c"), (["a.cpp"], "cpp"), (["a.cc"], "cpp"), (["a.C"], "cpp"), (["A.CPP"], "cpp"), (["a.rs"], "rust"),
        (["a.go"], "go"), (["Main.java"], "java"), (["a.js"], "javascript"), (["a.mjs"], "javascript"),
        (["a.ts"], "typescript"), (["a.py"], "python3"), (["a.py3"], "python3"), (["a.rb"], "ruby"), (["a.php"], "php"),
        (["a.pl"], "perl"), (["a.swift"], "swift"), (["a.sh"], "bash"), (["a.b.py"], "python3"),
        (["list.h", "a.c"], "c"), (["list.h", "a.cpp"], "cpp"), (["a.cpp", "b.cc", "c.hpp"], "cpp"),
        (["a.m"], "objectivec"), (["a.m", "b.c"], "objectivec"), (["a.mm"], "objectivecpp"), (["a.pro"], "prolog"),
        (["a.plg"], "prolog"), (["a.zsh"], "zsh"), (["a.ksh"], "ksh"), (["a.fs"], "forth"), (["a.v"], "verilog"),
        (["a.s"], "gas"), (["a.asm"], "nasm"), (["a.lisp"], "lisp"), (["a.scm"], "scheme"), (["a.lua"], "lua"),
        (["a.hs"], "haskell"), (["a.sql"], "sql"), (["a.cob"], "cobol"), (["a.d"], "d"), (["a.kt"], "kotlin"),
        (["a.R"], "r"), (["a.r"], "r"), (["a.py2", "b.txt"], "python2"), (["a.i"], "intercal"),
        (["a.txt", "b.py"], "python3"), (["a.pl", "Lib.pm"], "perl"), (["notes.txt", "a.py"], "python3"),
        (["A.java", "B.java"], "java"), (["main.go", "add.go", "go.mod"], "go"),
        (["go.mod", "go.sum", "main.go"], "go"),
        (["a.mod", "b.def"], "modula2"), (["cmd/main.go", "cmd/go.mod"], "go"),
    ])
    func `extensions tell the language`(names: [String], id: String) throws {
        #expect(try Shipped.catalog().detect(files: files(names)).id.rawValue == id)
    }

    @Test func `what goes with another language's sources is none by itself`() throws {
        let catalog = try Shipped.catalog()
        let alone = #expect(throws: DetectionError.self) { try catalog.detect(files: files(["go.mod"])) }
        #expect(alone?.description == "go.mod only goes with other sources; add one, or say --language go")
        let mixed = #expect(throws: DetectionError.self) { try catalog.detect(files: files(["a.mod", "main.go"])) }
        #expect(mixed?.description.contains("in different languages") == true)
    }

    @Test(arguments: [
        ("open System\n", true), ("\n// F#\nlet main = 1\n", true), ("[<EntryPoint>]\n", true),
        ("\r\nmodule A\r\n", true),
        (": let 1 ;\nlet .\n", false), ("\\ open this\n1 .\n", false), ("", false), ("( (* ) 1 .\n", false),
    ])
    func `F# is not taken for Forth`(text: String, isFSharp: Bool) throws {
        let catalog = try Shipped.catalog()
        guard isFSharp else {
            #expect(try catalog.detect(files: files(["a.fs"], text)).id == "forth")
            return
        }
        let error = #expect(throws: DetectionError.self) { try catalog.detect(files: files(["a.fs"], text)) }
        #expect(error?.description.hasPrefix("a.fs looks like F#") == true)
    }

    @Test(arguments: [
        ("#!/usr/bin/env python3\n", "python3"), ("#!/usr/bin/perl -w\n", "perl"), ("#! /bin/bash\n", "bash"),
        ("#!/usr/bin/env -S node --x\n", "javascript"), ("#!/usr/bin/env A=1 ruby\r\n", "ruby"), ("#!/bin/sh", "bash"),
    ])
    func `a script without an extension is told by its first line`(line: String, id: String) throws {
        #expect(try Shipped.catalog().detect(files: files(["solve"], line)).id.rawValue == id)
    }

    @Test(arguments: [("#!/usr/bin/python2\n", "a"), ("#!/usr/bin/env b", "b"), ("print()", "a")])
    func `where profiles share an extension the first line decides, then the priority`(line: String, id: String) throws
    {
        let scratch = try Scratch()
        for (name, priority) in [("a", 2), ("b", 1)] {
            let text = SampleProfile.replacing("id: zig\n", with: "id: \(name)\n")
                .replacing("priority: 5", "priority: \(priority)").replacing("[ziglang]", "[]")
                .replacing("judge0: [7]", "judge0: []").replacing("interpreters: [zig]", "interpreters: [\(name)]")
            try scratch.write(name + ".yaml", text)
        }
        let catalog = try LanguageCatalog(directory: scratch.path)
        #expect(try catalog.detect(files: files(["x.zig"], line)).id.rawValue == id)
    }

    @Test(arguments: [
        ([], "there are no source files; name at least one"),
        (["a.pyt"], "a.pyt: no language has the extension .pyt; did you mean .py? Else say --language"),
        (["a.quux"], "a.quux: no language has the extension .quux; say which language it is with --language"),
        (["solve"], "solve has no extension to tell its language by; say which with --language"),
        ([".profile"], ".profile has no extension to tell its language by; say which with --language"),
        (["list.h"], "list.h only goes with other sources; add one, or say --language c"),
        (["a.py", "b.rb"], "a.py, b.rb are in different languages; leave some out, or say which with --language"),
        (["a.c", "b.cpp"], "a.c, b.cpp are in different languages; leave some out, or say which with --language"),
    ])
    func `what cannot be told says what to do`(names: [String], message: String) throws {
        let catalog = try Shipped.catalog()
        let error = #expect(throws: DetectionError.self) { try catalog.detect(files: files(names)) }
        #expect(error?.description == message)
    }
}

extension String {
    func replacing(_ part: String, _ other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
