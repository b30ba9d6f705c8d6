import Core

@testable import Problems

extension FuzzEntry {
    /// The standard validator and DMOJ's checkers, which compare what a program wrote with what is right.
    static let checking: [FuzzEntry] = [
        FuzzEntry(
            "comparison",
            words: [
                "1", "0", "-", "+", ".", "e", "E", "1e-9", "1e400", "nan", " ", "\n", "\t", "\r\n", "a", "A", "\u{0}",
            ]
        ) { input in
            var parts = FuzzParts(input)
            let choice = parts.choice()
            var validator = StandardValidator()
            validator.isCaseSensitive = choice & 1 != 0
            validator.isSpaceSensitive = choice & 2 != 0
            if choice & 4 != 0 { validator.relativeTolerance = 1e-6 }
            if choice & 8 != 0 { validator.absoluteTolerance = 1e-6 }
            let answer = Pieces(parts.next(), by: Int(choice >> 4) + 1)
            let output = Pieces(parts.remainder(), by: Int(choice >> 5) + 1)
            guard let result = try? validator.check(output: output, answer: answer),
                let same = try? validator.check(output: answer, answer: answer)
            else { preconditionFailure("memory can be read") }
            precondition(result.judgeMessage.utf8.count < 2000, "messages are bounded")
            precondition(result.accepted == result.judgeMessage.isEmpty, "and say why")
            precondition(result.isOutputEmpty == output.isEmpty, "an output of whitespace is empty, and no other")
            precondition(same.accepted, "the answer itself is right")
        },
        FuzzEntry(
            "checker",
            words: [
                "1", "0", "-", ".", "e", "1e-9", "1e400", "nan", "inf", "0x1", "_", " ", "\n", "\r", "\t", "a", "A",
                "\u{0}",
            ]
        ) { input in
            var parts = FuzzParts(input)
            let checker = checkers[Int(parts.choice()) % checkers.count]
            let points = Double(parts.choice())
            let answer = Pieces(parts.next(), by: 31)
            let output = Pieces(parts.remainder(), by: 31)
            guard let result = try? checker.check(output: output, answer: answer, points: points),
                let same = try? checker.check(output: answer, answer: answer, points: points)
            else { preconditionFailure("memory can be read") }
            for result in [result, same] {
                precondition(result.judgeMessage.utf8.count < 200, "messages are bounded")
                precondition(result.accepted == result.judgeMessage.isEmpty, "and say why")
                // What is divided by what it was multiplied with may be off by its last bit.
                let score = result.score ?? 0
                precondition(score >= 0 && score <= points.nextUp, "a score is one of those that there are")
            }
            precondition(result.isOutputEmpty == output.isEmpty, "an output of whitespace is empty, and no other")
            switch checker {
            // No number is near to one that is none; no line at all has no right one.
            case .floats, .lineMatches: break
            default: precondition(same.accepted, "the answer itself is right")
            }
        },
        FuzzEntry("lines", words: ["1", "a", "A", " ", "\n", "\r\n", "\t", "\u{b}", "\u{c}", "\u{0}"]) { input in
            var parts = FuzzParts(input)
            let choice = parts.choice()
            let answer = Pieces(parts.next(), by: Int(choice >> 4) + 31)
            let output = Pieces(parts.remainder(), by: Int(choice & 15) + 31)
            var comparison = LineComparison(output: output, answer: answer)
            guard let result = try? comparison.result() else { preconditionFailure("memory can be read") }
            precondition(result.accepted == (output.words == answer.words), "the same words in the same lines, or not")
            precondition(result.accepted == result.judgeMessage.isEmpty && result.judgeMessage.utf8.count < 200)
            precondition(result.isOutputEmpty == output.isEmpty, "an output of whitespace is empty, and no other")
        },
        FuzzEntry(
            "number",
            words: ["1", "0", "9", "-", "+", ".", "e", "E", "000000000", "1e-9", "99999999999999999999"]
        ) { input in
            var token = FloatToken()
            for byte in input { token.feed(byte) }
            let value = token.value
            precondition(value.map { !$0.isNaN } ?? true, "no number is none")
            // The grammar is narrower than Swift's: what it takes, Swift takes, and as the same.
            if let value, input.count < 300, value.isFinite {
                let text = String(decoding: input, as: UTF8.self)
                let full =
                    text.hasSuffix(".") ? text + "0" : text.replacing(".e", with: ".0e").replacing(".E", with: ".0E")
                precondition(Double(full) == value, "\(text) is \(value)")
            }
        },
        FuzzEntry(
            "arguments",
            words: [
                "case_sensitive", "space_change_sensitive", "float_tolerance", "float_relative_tolerance", "1e-6", "-1",
                "nan", "\u{0}",
            ]
        ) { input in
            let arguments = input.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            _ = try? StandardValidator(arguments: arguments)
            _ = try? StandardValidator(arguments: arguments, format: .legacy)
        },
    ]

    private static let checkers: [NamedChecker] = [
        .standard, .identical, .rstripped(ignoresEmptyLines: false), .rstripped(ignoresEmptyLines: true), .sortedLines,
        .sortedTokens, .floats(epsilon: 1e-6, .default), .floats(epsilon: 1e-3, .absolute),
        .floats(epsilon: 1e-3, .relative), .floats(epsilon: 1e300, .default), .easy, .lineCount,
        .lineMatches(points: [1], needsEveryLine: true), .lineMatches(points: [0, 0.1, 2], needsEveryLine: false),
    ]

    /// Bytes that come in small pieces, as those of a large file do.
    private struct Pieces: ByteSource {
        let content: [UInt8]
        private let size: Int

        init(_ content: [UInt8], by size: Int) {
            self.content = content
            self.size = size
        }

        var byteCount: Int { content.count }

        /// Whether there is nothing but whitespace.
        var isEmpty: Bool { content.allSatisfy { $0 == 32 || (9...13).contains($0) } }

        /// The words of each line that has any.
        var words: [[ArraySlice<UInt8>]] { content.dmojLines().map(\.tokens).filter { !$0.isEmpty } }

        func read(from offset: Int, upTo limit: Int) -> [UInt8] {
            MemoryBytes(content).read(from: offset, upTo: Swift.min(limit, Swift.max(size, 31)))
        }
    }
}
