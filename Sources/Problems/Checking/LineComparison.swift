internal import Core

/// DMOJ's standard comparison, under way: in pieces, with memory that depends on neither text.
struct LineComparison {
    private var output: ByteCursor
    private var answer: ByteCursor
    private var hasOutputToken = false

    init(output: any ByteSource, answer: any ByteSource) {
        self.output = ByteCursor(output)
        self.answer = ByteCursor(answer)
    }

    /// Reads both until they differ or end.
    mutating func result() throws(ByteSourceFailure) -> CheckResult {
        _ = try output.skipSpace()
        _ = try answer.skipSpace()
        while true {
            let outputGap = try LineComparison.gap(&output)
            let answerGap = try LineComparison.gap(&answer)
            let (hasOutput, hasAnswer) = (try output.peek() != nil, try answer.peek() != nil)
            if hasOutput { hasOutputToken = true }
            guard hasOutput, hasAnswer else {
                if !hasOutput, !hasAnswer { return CheckResult(accepted: true, isOutputEmpty: !hasOutputToken) }
                return rejected(hasOutput ? "Trailing output" : "The output ends early")
            }
            guard outputGap == answerGap else { return rejected("Lines end at different places") }
            while let expected = try answer.peekInToken() {
                guard try output.peekInToken() == expected else { return rejected("Tokens differ") }
                answer.advance()
                output.advance()
            }
        }
    }

    private func rejected(_ detail: String) -> CheckResult {
        CheckResult(
            accepted: false,
            judgeMessage:
                "Wrong answer on line \(output.line) of output (corresponding to line \(answer.line) in answer "
                + "file)\n\(detail)",
            isOutputEmpty: !hasOutputToken
        )
    }

    private enum Gap { case nothing, space, line }

    /// Goes over whitespace.
    private static func gap(_ cursor: inout ByteCursor) throws(ByteSourceFailure) -> Gap {
        var gap = Gap.nothing
        while let byte = try cursor.peek(), byte.isSpace {
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { gap = .line }
            if gap == .nothing { gap = .space }
            cursor.advance()
        }
        return gap
    }
}
