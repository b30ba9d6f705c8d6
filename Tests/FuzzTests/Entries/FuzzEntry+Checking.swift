import Core

@testable import Problems

extension FuzzEntry {
    /// The standard validator, which compares what a program wrote with what is right.
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
            let isEmpty = output.content.allSatisfy { $0 == 32 || (9...13).contains($0) }
            precondition(result.isOutputEmpty == isEmpty, "an output of whitespace is empty, and no other")
            precondition(same.accepted, "the answer itself is right")
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

    /// Bytes that come in small pieces, as those of a large file do.
    private struct Pieces: ByteSource {
        let content: [UInt8]
        private let size: Int

        init(_ content: [UInt8], by size: Int) {
            self.content = content
            self.size = size
        }

        var byteCount: Int { content.count }

        func read(from offset: Int, upTo limit: Int) -> [UInt8] {
            MemoryBytes(content).read(from: offset, upTo: Swift.min(limit, Swift.max(size, 31)))
        }
    }
}
