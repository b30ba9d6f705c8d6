import Core
import Languages
import Problems
import Testing

@testable import CLI

@Suite struct LanguageChoiceTests {
    private func choice(_ source: String, _ name: String = "a.pl", allowed: Set<LanguageID>?) throws -> LanguageID {
        let problem = Problem(
            shortName: "p",
            directory: "/p",
            format: .y2025_09,
            tests: [],
            languages: allowed
        )
        let catalog = try LanguageCatalog(directory: Project.root + "/Sandboxes/languages")
        let files = [Submission.SourceFile(name: name, content: Array(source.utf8))]
        return try LanguageChoice.profile(asked: nil, files: files, catalog: catalog, problem: problem).id
    }

    @Test(
        arguments: [
            ("print 1;\n", nil, "perl"),
            ("print $x ? 1:-1;\n", nil, "perl"),
            ("my %h; # a :- b\nprint \"${x:-1}\";\n", nil, "perl"),
            (":- initialization(main).\n", nil, "prolog"),
            ("% a comment\nmain :-\n    write(1).\n", nil, "prolog"),
            ("main:-write(1).", nil, "prolog"),
            ("print \"done :-)\\n\";\n", nil, "perl"), ("print 'a' . ' :-( ';\n", nil, "perl"),
            ("print f(1)\n    :-1;\n", nil, "perl"), ("f($x)\n  ? 1\n  :-g();\n", nil, "perl"),
            ("say(1) :- 2\n", nil, "perl"), ("print <<E;\nhello (you) :-)\nwell :-D\nE\n", nil, "perl"),
            ("my @a = (1) :-1;\n", nil, "perl"),
            ("a(X) :- X > 1.\n", nil, "prolog"), ("a(1, [2]):-\r\n  true.\r\n", nil, "prolog"),
            ("likes('x', \"y\") :- b.\nmain:-\n", nil, "prolog"), (":-use_module(library(lists)).\n", nil, "prolog"),
            ("long_head(X,\n    Y) :- b(X, Y).\n", nil, "prolog"), (":- dynamic a/1.\n", nil, "prolog"),
            ("#!/usr/bin/perl\nmain :- 1\n", nil, "perl"),
            ("print 1;\n", ["prolog"], "prolog"),
            ("main :- write(1).\n", ["perl", "cpp"], "perl"),
            ("main :- write(1).\n", ["perl", "prolog"], "prolog"),
            ("#!/usr/bin/perl\nprint 1;\n", ["prolog"], "perl"),
        ] as [(String, Set<LanguageID>?, LanguageID)]
    )
    func `pl is Perl or Prolog by what is allowed, then by its clauses`(
        source: String,
        allowed: Set<LanguageID>?,
        language: LanguageID
    ) throws {
        #expect(try choice(source, allowed: allowed) == language)
    }

    @Test(
        arguments: [
            ("#import <Foundation/Foundation.h>\nint x;\n", nil, "objectivec"),
            ("  #include <stdio.h>\nint main(void) { puts(\"\"); }\n", nil, "objectivec"),
            ("int main(void) { return 0; }\n", nil, "objectivec"), ("@interface A\n@end\n", nil, "objectivec"),
            ("disp(1);\n", nil, "octave"), ("% int main\nfunction main()\n  disp(1);\nend\nmain\n", nil, "octave"),
            ("disp(1);\n", ["objectivec", "c"], "objectivec"), ("int main(void) {}\n", ["octave"], "octave"),
            ("disp(1);\n", ["objectivec", "octave"], "octave"),
        ] as [(String, Set<LanguageID>?, LanguageID)]
    )
    func `m is Objective-C or Octave by what is allowed, then by its lines`(
        source: String,
        allowed: Set<LanguageID>?,
        language: LanguageID
    ) throws {
        #expect(try choice(source, "a.m", allowed: allowed) == language)
    }
}
