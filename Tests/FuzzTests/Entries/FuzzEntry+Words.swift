import Core

@testable import Grading
@testable import Languages

extension FuzzEntry {
    /// What compilers, validators, graders and toolchains say.
    static let words: [FuzzEntry] = [
        FuzzEntry("diagnostics", words: terminal) { input in
            var parts = FuzzParts(input)
            let limit = ByteCount(Int(parts.choice()))
            let sources = [MemoryBytes(parts.next()), MemoryBytes(parts.remainder())]
            guard var text = try? BoundedText(sources, limit: limit) else { preconditionFailure("memory can be read") }
            check(text, within: limit)
            text.close(withLine: "the compiler was stopped")
            check(text, within: limit)
        },
        FuzzEntry(
            "note",
            words: [
                "assay compile note 1\n", "cpu-microseconds ", "wall-microseconds ", "peak-bytes ", "truncated ", "\n",
                "1", "-9", "9223372036854775807",
            ]
        ) { input in
            guard let note = CompileNote(input) else { return }
            precondition(CompileNote(note.bytes) == note, "a note is read as it was written")
        },
        FuzzEntry("feedback", words: terminal + ["42", "43", "1.5", "1e999", "nan"]) { input in
            var parts = FuzzParts(input)
            let choice = parts.choice()
            let names = ["judgemessage.txt", "teammessage.txt", "score.txt", "score_multiplier.txt", "nextpass.in"]
            let files = names.map { BoxFile(path: $0, content: MemoryBytes(parts.next())) }
            let termination: Termination =
                choice & 1 == 0 ? .exited(code: 42 + Int(choice >> 6)) : .signaled(name: "SEGV")
            let outcome = Outcome(
                termination: termination,
                stop: choice & 2 == 0 ? nil : .memory,
                usage: Usage(cpuTime: .milliseconds(Int(choice))),
                standardError: MemoryBytes(parts.remainder()),
                collected: choice & 4 == 0 ? Bundle(files: files) : nil
            )
            let run = Judgement.Run(outcome: outcome, limits: Limits(), isOutOfMemory: choice & 8 != 0)
            guard
                let check = try? ValidatorVerdict(run).check(
                    by: "fuzz",
                    of: outcome,
                    limits: Limits(),
                    isOutputEmpty: choice & 16 != 0
                )
            else { preconditionFailure("memory can be read") }
            precondition(check.judgeMessage.utf8.count <= BoundedText.messageLimit.bytes + 200, "messages are bounded")
            precondition(check.teamMessage.utf8.count <= BoundedText.messageLimit.bytes, "for the candidate, too")
        },
        FuzzEntry("grader", words: ["AC ", "WA", "RTE", "JE", "SK", "CE", "1.5", "-", "1e999", "nan", "0x1p9", "\n"]) {
            let members = [GroupResult(verdict: .wrongAnswer, reason: .differs, score: 1.5)]
            let result = CustomGrader.result(in: String(decoding: $0, as: UTF8.self), of: members, by: "fuzz")
            precondition(result.score.isFinite, "a score is a number")
            precondition(result.verdict != .skipped && result.verdict != .compileError, "one of a grader's")
            precondition((result.failure != nil) == (result.verdict == .judgeError), "what is wrong is said")
            precondition(!(result.failure ?? "").contains("\n"), "in one line")
            guard result.failure == nil else { return }
            let told = CustomGrader.result(in: CustomGrader.line(for: result), of: members, by: "fuzz")
            precondition(told.score == result.score, "a score is told as it is read")
        },
        FuzzEntry("version", words: ["version ", "1", "9.", ".", "..", "-", "\n", "\u{0}", "é"]) { input in
            var parts = FuzzParts(input)
            let marker = parts.choice() & 1 == 0 ? nil : "version "
            let output = String(decoding: parts.remainder(), as: UTF8.self)
            let query = VersionQuery(command: [], marker: marker)
            guard let version = query.version(in: output) else { return }
            precondition(version.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }, "digits and points")
            precondition(version.utf8.first != 46 && version.utf8.last != 46, "between digits")
            precondition(output.utf8.count >= version.utf8.count + (marker?.utf8.count ?? 0), "as it was printed")
        },
        FuzzEntry("memory", words: ["MemoryError", ":", "\n", "\r", "\u{85}", "\u{2028}", "\u{301}", "\u{0}", "é"]) {
            input in
            func isOut(_ words: [UInt8], text: String? = nil) -> Bool {
                let usage = Usage(peakMemory: .mebibytes(9))
                let outcome = Outcome(
                    termination: .exited(code: 1),
                    usage: usage,
                    standardError: MemoryBytes(words)
                )
                let lastLine = text == nil ? "MemoryError" : nil
                let sign = OutOfMemorySign(exitCode: 1, signal: nil, text: text, lastLine: lastLine, peak: 0)
                return sign.isGiven(by: outcome, limit: .mebibytes(256))
            }
            if isOut(input) { precondition(isOut(input, text: "MemoryError"), "what is the last word was said") }
            precondition(isOut(input + Array("\nMemoryError: no room\n\n".utf8)), "it is the last word")
            precondition(!isOut(input + Array("\nValueError: MemoryError\n".utf8)), "it is not the last word")
        },
        FuzzEntry(
            "place",
            words: [
                "main.c", "MAIN.C", ":", "3", "(", "line ", "Line", ", ", "\n", "\r\n", "/usr/", "/tmp/", "٣",
                "3\u{301}", "99999999999999999999", "İ",
            ]
        ) { input in
            let place = DiagnosticPlace(file: "main.c", line: 3)
            let text = String(decoding: input, as: UTF8.self)
            let offence = place.offence(in: text)
            if offence == nil { precondition(text.contains("main.c") && text.contains("3"), "both are named") }
            if !text.contains("/") {
                precondition(place.offence(in: text + "\nmain.c:3:1: error\n") == nil, "the place is in it")
            }
            precondition(place.offence(in: text + " /usr/lib/x.h") != nil, "so is a path of the host")
        },
        FuzzEntry(
            "java",
            words: [
                "class ", "public ", "static ", "void ", "main", "(String[] a)", "{", "}", "package a.b;", "interface ",
                "enum ", "record ", "\"", "'", "\\", "/*", "*/", "//", "\n", "\"\"\"", "@", "<", ">", "\\u0041",
                "import ",
            ]
        ) { input in
            let source = JavaSource(input)
            _ = (source.publicType, source.mainClasses, source.lenientMainClasses)
            let file = BoxFile(path: "Main.java", content: MemoryBytes(input))
            _ = try? JavaEntry(.javaInstance).mainClass(of: [file], entry: nil)
            _ = try? JavaEntry(.javaInstance).mainClass(of: [file], entry: "Main")
            for named in JavaNaming.named([file], sources: ["Main.java"], by: .javaClass) {
                precondition(BoxFile.isAcceptable(path: named.path), "no class makes a path that leads out of a box")
            }
        },
        FuzzEntry("path", words: ["/", "..", ".", "a", "\u{301}", "\\", " ", "\n", "\u{7f}"]) { input in
            let path = String(decoding: input, as: UTF8.self)
            guard BoxFile.isAcceptable(path: path) else { return }
            // As the kernel cuts it: at the bytes.
            for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
                precondition(!part.isEmpty && Array(part) != Array("..".utf8), "no path leads out of a box")
            }
        },
    ]

    /// What plays with a terminal.
    private static let terminal = [
        "\u{1b}[2J", "\u{9b}", "\r", "\n", "\t", "\u{202e}", "error: ", "\u{0}", "é", "\u{fffd}",
    ]

    private static func check(_ text: BoundedText, within limit: ByteCount) {
        precondition(text.text.utf8.count <= limit.bytes, "no more than may be")
        for scalar in text.text.unicodeScalars {
            precondition(
                scalar.value >= 0xA0 || (0x20..<0x7F).contains(scalar.value) || [9, 10].contains(scalar.value)
            )
        }
    }
}
