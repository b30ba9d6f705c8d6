import Archives
import Core
import Linux
import YAML

@testable import Problems

extension FuzzEntry {
    /// Problem packages, which anybody may have written.
    static let packages: [FuzzEntry] = [
        FuzzEntry("zip", words: zipWords) { input in
            var limits = ZipLimits()
            (limits.entries, limits.bytes, limits.freeBytes, limits.ratio) = (64, 1 << 20, 1 << 16, 100)
            guard let archive = try? ZipArchive(MemoryBytes(input), limits: limits) else { return }
            precondition(archive.entries.count <= limits.entries, "no more entries than may be")
            var paths: Set<String> = []
            var total = 0
            for entry in archive.entries {
                precondition(BoxFile.isAcceptable(path: entry.path), "no path leads out")
                precondition(paths.insert(entry.path).inserted, "no path is there twice")
                var count = 0
                _ = archive.unpack(entry) { (piece: [UInt8]) throws(Never) in count += piece.count }
                precondition(count <= entry.byteCount, "no more bytes than were told")
                total += entry.byteCount
                if case .link = entry.kind, let target = try? archive.target(of: entry) {
                    precondition(target.utf8.first != UInt8(ascii: "/"), "no link is absolute")
                }
            }
            precondition(total <= limits.bytes, "no more bytes than may be")
        },
        FuzzEntry("yaml", words: yamlWords) { input in
            guard let node = try? YAML.parse(input, file: "fuzz") else { return }
            precondition(depth(of: node) <= YAML.maximumDepth, "no deeper than may be")
        },
        FuzzEntry("pattern", words: patternWords) { input in
            var parts = FuzzParts(input)
            let text = String(decoding: parts.next(), as: UTF8.self)
            guard let pattern = try? NamePattern(text) else { return }
            _ = try? pattern.match(String(decoding: parts.remainder().prefix(100), as: UTF8.self))
        },
        FuzzEntry("package", words: yamlWords + packageWords) { input in
            var parts = FuzzParts(input)
            let names = [
                "problem.yaml", "data/testdata.yaml", "data/secret/testdata.yaml", "data/secret/test_group.yaml",
                "data/secret/1.yaml", "submissions/submissions.yaml", "domjudge-problem.ini", ".timelimit",
            ]
            var files = names.map { ($0, parts.next()) }.filter { !$0.1.isEmpty || $0.0 == "problem.yaml" }
            files += [
                ("data/secret/1.in", []), ("data/secret/1.ans", []), ("submissions/accepted/a.py", parts.remainder()),
            ]
            files.append(("output_validator/v.py", []))
            load(files)
        },
        FuzzEntry("init", words: yamlWords + initWords) { input in
            load([("init.yml", input), ("1.in", []), ("1.out", []), ("a.cpp", []), ("b.py", []), ("c.h", [])])
        },
    ]

    /// Loads a package of these files as the program does, and looks at what is told of it.
    private static func load(_ files: [(String, [UInt8])]) {
        let directory = "/tmp/assay-fuzz-\(Processes.ownNumber)"
        defer { try? HostWriting.removeTree(directory) }
        for (path, content) in files { write(content, to: "\(directory)/\(path)") }
        do throws(PackageError) {
            let problem = try ProblemLoader().load(directory)
            _ = try problem.packageHash()
            _ = try problem.referenceSubmissions()
            precondition(
                problem.data.testIndices.allSatisfy { problem.tests.indices.contains($0) },
                "groups have tests"
            )
            check(problem.notes)
        } catch {
            check(error.issues.map(\.description))
            precondition(!error.issues.isEmpty, "something is told")
        }
    }

    /// Writes a file, again where somebody who tidies `/tmp` has just removed the directory.
    private static func write(_ content: [UInt8], to path: String) {
        for round in 0... {
            do throws(Errno) {
                try HostDirectory.make(path.split(separator: "/").dropLast().map { "/\($0)" }.joined())
                try HostFile.replace(path, with: content)
                return
            } catch {
                guard error == .missing, round < 100 else { preconditionFailure("could not write \(path): \(error)") }
            }
        }
    }

    /// What is told is a line each, and obeys no terminal.
    private static func check(_ lines: [String]) {
        for line in lines {
            precondition(
                !line.utf8.contains { $0 < 0x20 || $0 == 0x7F },
                "no control characters: \(line.debugDescription)"
            )
            precondition(line.utf8.count < 4096, "a line is short: \(line)")
        }
    }

    private static func depth(of node: YAMLNode) -> Int {
        let inner = (node.list ?? []) + (node.pairs ?? []).flatMap { [$0.key, $0.value] }
        return 1 + (inner.map(depth).max() ?? 0)
    }

    private static let zipWords: [[UInt8]] = [
        Array("PK".utf8) + [1, 2], Array("PK".utf8) + [3, 4], Array("PK".utf8) + [5, 6], Array("PK".utf8) + [6, 6],
        Array("PK".utf8) + [6, 7], [0xFF, 0xFF, 0xFF, 0xFF], [8, 0], [0, 0, 0, 0], Array("../".utf8), Array("/".utf8),
        [0xED, 0xA1], [0xA1, 0xFF],
    ]
    private static let yamlWords = [
        ": ", "- ", "\n", "\n  ", "[", "]", "{", "}", "&a ", "*a", "\"", "'", "|\n", ">\n", "!!str ", "!x ", "? ", "#",
        "<<",
        "---\n", "...\n", "null", "~", "true", ".inf", "1e999", "0x10", "\t", "\u{FEFF}", "é", "\u{0}", ",",
    ].map { Array($0.utf8) }
    private static let packageWords = [
        "problem_format_version", "2025-09", "legacy", "type", "scoring", "interactive", "multi-pass", "limits",
        "time_limit", "memory", "validation", "custom", "score", "validator_flags", "float_tolerance", "grading",
        "max_score", "score_aggregation", "require_pass", "sum", "min", "pass-fail", "unbounded", "range", "on_reject",
        "grader_flags", "constants", "{{a}}", "output_validator_args", "permitted", "required", "AC", "*", "{a,b}",
        "timelimit=",
    ].map { Array($0.utf8) }
    private static let initWords = [
        "test_cases", "batched", "in: 1.in", "out: 1.out", "points", "dependencies", "[1]", "checker", "name", "args",
        "bridged", "files: a.cpp", "b.py", "floats", "precision", "sorted", "split_on", "linematches", "interactive",
        "generator: a.cpp", "generator_args", "signature_grader", "entry: a.cpp", "header: c.h", "archive",
        "pretest_test_cases", "binary_data", "custom_judge", "output_limit_length", "++",
    ].map { Array($0.utf8) }
    private static let patternWords = [
        "(?P<case>", "(?P<batch>", "(?:", "(?=", "(?!", ")", "|", "*", "+", "?", "{1,2}", "[", "]", "^", "$", "\\d",
        "\\W",
        "\\b", ".", "a-z", "\u{0}",
    ].map { Array($0.utf8) }
}
