import Core
import Problems
import Testing

@Suite struct MetadataTests {
    @Test func `gives an empty problem.yaml every default`() throws {
        let package = ScratchPackage.complete(name: "hello")
        let problem = try package.load()
        #expect(problem.shortName == "hello" && problem.title == "hello")
        #expect(problem.format == .legacy)
        #expect(problem.timeLimit == nil && problem.timeLimitSource == .default)
        #expect(problem.limits.memory == .mebibytes(2048) && problem.limits.output == .mebibytes(8))
        #expect(problem.limits.code == .kibibytes(128))
        #expect(problem.limits.compilationTime == .seconds(60) && problem.limits.compilationMemory == .mebibytes(2048))
        #expect(problem.limits.validationTime == .seconds(60) && problem.limits.validationMemory == .mebibytes(2048))
        #expect(problem.limits.validationOutput == .mebibytes(8))
        #expect(problem.limits.acceptedToTimeLimit == 5 && problem.limits.timeLimitToTooSlow == 2)
        #expect(problem.languages == nil && !problem.allowsFileWriting)
        #expect(problem.unsupported.isEmpty && problem.notes.isEmpty)
        guard case .standard = problem.validator else { Issue.record("not standard"); return }
    }

    @Test func `reads all of the older format`() throws {
        let package = ScratchPackage.complete([
            "problem.yaml": """
            name: Größter Teiler
            uuid: 00000000-0000-0000-0000-000000000000
            type: pass-fail
            author: A
            license: cc by-sa
            validation: default
            validator_flags: float_tolerance 1e-4
            limits:
              time_multiplier: 3
              time_safety_margin: 1.5
              memory: 64
              output: 1
              code: 10
              compilation_time: 5
              compilation_memory: 512
              validation_time: 6
              validation_memory: 513
              validation_output: 2
            """
        ])
        let problem = try package.load()
        #expect(problem.title == "Größter Teiler")
        #expect(problem.limits.memory == .mebibytes(64) && problem.limits.output == .mebibytes(1))
        #expect(problem.limits.code == .kibibytes(10))
        #expect(problem.limits.compilationTime == .seconds(5) && problem.limits.compilationMemory == .mebibytes(512))
        #expect(problem.limits.validationTime == .seconds(6) && problem.limits.validationMemory == .mebibytes(513))
        #expect(problem.limits.validationOutput == .mebibytes(2))
        #expect(problem.limits.acceptedToTimeLimit == 3 && problem.limits.timeLimitToTooSlow == 1.5)
        #expect(problem.tests.first?.validatorArguments == ["float_tolerance", "1e-4"])
        #expect(problem.tests.first?.standardValidator?.absoluteTolerance == 1e-4)
        #expect(problem.notes.isEmpty)
    }

    @Test func `reads all of the newer format`() throws {
        let package = ScratchPackage.complete([
            "problem.yaml": """
            problem_format_version: 2025-09
            type: [pass-fail]
            name: {sv: Hej, en: Hello}
            uuid: 00000000-0000-0000-0000-000000000000
            limits:
              time_multipliers: {ac_to_time_limit: 1.5, time_limit_to_tle: 2}
              time_limit: 1.5
              time_resolution: 0.1
              memory: 64
            languages: [cpp, python3]
            allow_file_writing: true
            keywords: [easy]
            """
        ])
        let problem = try package.load()
        #expect(problem.format == .y2025_09 && problem.title == "Hello")
        #expect(problem.timeLimit == .milliseconds(1500) && problem.timeLimitSource == .package)
        #expect(problem.limits.timeResolution == .milliseconds(100) && problem.limits.memory == .mebibytes(64))
        #expect(problem.limits.acceptedToTimeLimit == 1.5 && problem.limits.timeLimitToTooSlow == 2)
        #expect(problem.languages == ["cpp", "python3"] && problem.allowsFileWriting)
        #expect(problem.notes.isEmpty)
    }

    @Test(arguments: [
        ("cpp", true), ("cpp17", true), ("cpp20", true), ("python3", true), ("c", false), ("java", false),
        ("python2", false),
    ])
    func `allows versions of the languages it names`(language: String, isAllowed: Bool) throws {
        let package = ScratchPackage.complete(["problem.yaml": "languages: cpp python3\n"])
        #expect(try package.load().allows(LanguageID(language)) == isAllowed)
        let open = ScratchPackage.complete(["problem.yaml": "languages: all\n"])
        #expect(try open.load().allows(LanguageID(language)))
    }

    @Test(arguments: [
        ("", ""), ("type: scoring", "scoring"), ("validation: custom interactive", "interactive"),
        ("validation: custom multi-pass interactive", "interactive multi-pass"),
        ("problem_format_version: 2025-09\ntype: interactive", "interactive"),
        ("problem_format_version: 2025-09\ntype: [scoring, multi-pass]", "scoring multi-pass"),
        ("problem_format_version: 2025-09\ntype: submit-answer", "submit-answer"),
        ("problem_format_version: 2025-09\ntype: pass-fail", ""),
    ])
    func `knows what kind of problem it is`(yaml: String, expected: String) throws {
        let package = ScratchPackage.complete(["problem.yaml": yaml])
        if yaml.contains("custom") { package.write("output_validators/v.py", []) }
        if yaml.contains("2025") { package.write("output_validator/v.py", []) }
        let type = try package.load().type
        let words = [
            (type.isScoring, "scoring"), (type.isInteractive, "interactive"), (type.isMultiPass, "multi-pass"),
            (type.isSubmitAnswer, "submit-answer"),
        ]
        #expect(words.filter(\.0).map(\.1).joined(separator: " ") == expected)
    }

    @Test(arguments: [
        ("type: [pass-fail, scoring]", "pass-fail and scoring do not go together"),
        ("type: submit-answer interactive", "submit-answer and interactive do not go together"),
        ("type: submit-answer multi-pass", "submit-answer and multi-pass do not go together"),
        ("type: easy", "the type \"easy\" is unknown"),
    ])
    func `refuses kinds that do not go together`(yaml: String, message: String) throws {
        let yaml = "problem_format_version: 2025-09\n" + yaml
        let package = ScratchPackage.complete(["problem.yaml": yaml, "output_validator/v.py": ""])
        #expect(package.issues().first?.contains("problem.yaml:2: \(message); ") == true)
    }

    @Test func `knows what scores a legacy package has`() throws {
        let yaml = "type: scoring\nvalidation: custom score\ngrading:\n  objective: min\n"
        let problem = try ScratchPackage.complete(["problem.yaml": yaml, "output_validators/v.py": ""]).load()
        #expect(problem.validatorScores == .always && problem.isSmallerBetter)
        #expect(
            ScratchPackage.complete(["problem.yaml": "grading: {objective: most}"]).issues()
                == ["problem.yaml:1: objective is \"most\"; write max or min"]
        )
    }

    @Test(arguments: [
        ("foo: 1", "problem.yaml:1: the unknown key \"foo\" is ignored"),
        ("limits:\n  foo: 1", "problem.yaml:2: the unknown key \"foo\" in limits is ignored"),
        ("limits: {time_resolution: 1}", "problem.yaml:1: the unknown key \"time_resolution\" in limits is ignored"),
    ])
    func `judges on in spite of unknown keys`(yaml: String, note: String) throws {
        #expect(try ScratchPackage.complete(["problem.yaml": yaml]).notes() == [note])
    }

    @Test(arguments: [
        ("- a", "problem.yaml:1: the file is a list and must be a mapping; write \"key: value\" lines"),
        (
            "a: [",
            "problem.yaml:2: column 1: did not find expected node content while parsing a flow node; correct the YAML there"
        ),
        ("name: a\nname: b", "problem.yaml:2: column 1: the key \"name\" is here twice; it is already on line 1"),
        ("name: \u{0}", "problem.yaml:1: column 7: a NUL byte: this is not a text file; correct the YAML there"),
        ("name: [a]", "problem.yaml:1: name is a list and must be a text; write one"),
        ("\ntype: 3", "problem.yaml:2: the type \"3\" is unknown; write pass-fail or scoring"),
        (
            "problem_format_version: 1999",
            "problem.yaml:1: the package format \"1999\" is unknown; legacy and 2025-09 are read"
        ),
        ("limits: 3", "problem.yaml:1: limits is \"3\" and must be a mapping; write \"key: value\" lines"),
        (
            "limits:\n  memory: 64 MB",
            "problem.yaml:2: memory is \"64 MB\" and must be a whole number from 1 to 65536; write one"
        ),
        (
            "limits: {memory: 0}",
            "problem.yaml:1: memory is \"0\" and must be a whole number from 1 to 65536; write one"
        ),
        (
            "limits: {time_limit: fast}",
            "problem.yaml:1: time_limit is \"fast\" and must be a number above 0.0; write one"
        ),
        ("limits: {time_limit: -1}", "problem.yaml:1: time_limit is \"-1\" and must be a number above 0.0; write one"),
        (
            "limits: {time_limit: 1e9}",
            "problem.yaml:1: time_limit is 1000000000.0 seconds; write a number from 0.000001 to 3600"
        ),
        (
            "limits: {time_limit: 3600.5}",
            "problem.yaml:1: time_limit is 3600.5 seconds; write a number from 0.000001 to 3600"
        ),
        (
            "limits: {time_multiplier: 0.5}",
            "problem.yaml:1: time_multiplier is \"0.5\" and must be a number from 1.0 on; write one"
        ),
        ("languages: []", "problem.yaml:1: no language is allowed; write \"all\" or a list of language codes"),
        ("languages: {a: b}", "problem.yaml:1: languages is a mapping and must be a list of texts; write one"),
        (
            "validation: none",
            "problem.yaml:1: validation is \"none\"; write default, or custom with any of score, interactive and multi-pass after it"
        ),
        (
            "validation: custom fast",
            "problem.yaml:1: validation has the unknown word \"fast\"; after custom there may be score, interactive and multi-pass"
        ),
        (
            "problem_format_version: 2025-09\nallow_file_writing: maybe",
            "problem.yaml:2: allow_file_writing is \"maybe\" and must be true or false; write one of them"
        ),
        (
            "problem_format_version: 2025-09\ntype: fun",
            "problem.yaml:2: the type \"fun\" is unknown; there are pass-fail, scoring, interactive, multi-pass and submit-answer"
        ),
    ])
    func `says what is wrong with problem.yaml`(yaml: String, issue: String) {
        #expect(ScratchPackage.complete(["problem.yaml": yaml]).issues() == [issue])
    }

    @Test func `tells all mistakes at once and counts them in one line`() throws {
        let package = ScratchPackage.complete(["problem.yaml": "name: [a]\nlimits: {memory: x, output: y}\n"])
        #expect(package.issues().count == 3)
        let error = #expect(throws: PackageError.self) { try package.load() }
        #expect(
            error?.description.hasSuffix("problem.yaml:1: name is a list and must be a text; write one (and 2 more)")
                == true
        )
    }

    /// A limit, and the most that may be written.
    private static let ceilings: [(String, Int)] = [
        ("memory", 65_536), ("output", 1024), ("code", 65_536), ("compilation_time", 3600),
        ("compilation_memory", 65_536), ("validation_time", 3600), ("validation_memory", 65_536),
        ("validation_output", 1024),
    ]

    @Test(arguments: ceilings)
    func `refuses a limit that would exhaust the worker`(limit: String, most: Int) {
        func issues(_ value: Int) -> [String] {
            ScratchPackage.complete(["problem.yaml": "limits:\n  \(limit): \(value)\n"]).issues()
        }
        #expect(issues(most) == [])
        let range = "must be a whole number from 1 to \(most); write one"
        #expect(issues(most + 1) == ["problem.yaml:2: \(limit) is \"\(most + 1)\" and \(range)"])
    }

    private static let timeLimits: [([String: String], Double)] = [
        ([".timelimit": "2\n"], 2.0), ([".timelimit": " 0.5 "], 0.5), (["domjudge-problem.ini": "timelimit=3"], 3),
        (["domjudge-problem.ini": "; x\nname = timelimit\ntimelimit = '1.5'\r\n"], 1.5),
        ([".timelimit": "2", "domjudge-problem.ini": "timelimit=\"4\""], 4),
        ([".timelimit": "2", "domjudge-problem.ini": "color=red"], 2),
        ([".timelimit": "2", "problem.yaml": "limits: {time_limit: 9}"], 2),
        (["problem.yaml": "limits: {time_limit: 9}"], 9),
    ]

    @Test(arguments: timeLimits)
    func `takes the time limit from where it counts most`(files: [String: String], seconds: Double) throws {
        let problem = try ScratchPackage.complete(files).load()
        #expect(problem.timeLimit?.inSeconds == seconds && problem.timeLimitSource == .package)
    }

    @Test(arguments: [
        (
            [".timelimit": "fast\n"],
            ".timelimit:1: the time limit \"fast\" is no number of seconds up to 3600; write one such as 2 or 0.5"
        ),
        (
            [".timelimit": "3601"],
            ".timelimit:1: the time limit \"3601\" is no number of seconds up to 3600; write one such as 2 or 0.5"
        ),
        (
            [".timelimit": ""],
            ".timelimit:1: the time limit \"\" is no number of seconds up to 3600; write one such as 2 or 0.5"
        ),
        (
            ["domjudge-problem.ini": "a=b\ntimelimit=0"],
            "domjudge-problem.ini:2: the time limit \"0\" is no number of seconds up to 3600; write one such as 2 or 0.5"
        ),
    ])
    func `refuses time limits that are none`(files: [String: String], issue: String) {
        #expect(ScratchPackage.complete(files).issues() == [issue])
    }
}
