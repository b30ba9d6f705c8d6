import Core

@testable import Grading
@testable import Languages

extension FuzzEntry {
    /// What compilers, validators and toolchains say.
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
