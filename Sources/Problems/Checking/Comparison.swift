internal import Core

/// One comparison of an output with an answer, under way.
struct Comparison {
    private let rules: StandardValidator
    private let isNumeric: Bool
    private var output: ByteCursor
    private var answer: ByteCursor
    private var outputNumber = FloatToken()
    private var answerNumber = FloatToken()
    private var hasOutputToken = false

    init(_ rules: StandardValidator, output: any ByteSource, answer: any ByteSource) {
        self.rules = rules
        isNumeric = rules.relativeTolerance != nil || rules.absoluteTolerance != nil
        self.output = ByteCursor(output)
        self.answer = ByteCursor(answer)
    }

    /// Reads both until they differ or end.
    mutating func result() throws(ByteSourceFailure) -> CheckResult {
        while true {
            if ByteCursor.skipSame(&answer, &output) { hasOutputToken = true }
            if rules.isSpaceSensitive {
                if let difference = try differenceInSpace() { return try rejected(difference) }
            }
            let hasAnswer = try answer.skipSpace()
            let hasOutput = try output.skipSpace()
            if hasOutput { hasOutputToken = true }
            guard hasAnswer else {
                if !hasOutput { return CheckResult(accepted: true, isOutputEmpty: !hasOutputToken) }
                let token = try Excerpt.token(in: output.source, at: output.offset)
                return try rejected("Trailing output:\n\(token)")
            }
            guard hasOutput else {
                let token = try Excerpt.token(in: answer.source, at: answer.offset)
                return try rejected("User EOF while judge had more output\(emptiness)\n(Next judge token: \(token))")
            }
            if let difference = try differenceInToken() { return try rejected(difference) }
        }
    }

    /// What is said beside the end of an output that has no token.
    private var emptiness: String {
        if hasOutputToken { return "" }
        return output.offset == 0 ? "; user output was empty." : "; user output contained only whitespace."
    }

    private mutating func rejected(_ detail: String) throws(ByteSourceFailure) -> CheckResult {
        let place =
            "Wrong answer on line \(output.line) of output (corresponding to line \(answer.line) in answer file)"
        if !hasOutputToken { hasOutputToken = try output.skipSpace() }
        return CheckResult(accepted: false, judgeMessage: "\(place)\n\(detail)", isOutputEmpty: !hasOutputToken)
    }
}

// MARK: - Whitespace

extension Comparison {
    /// Goes over whitespace that is the same in both, and tells the first byte that is not.
    private mutating func differenceInSpace() throws(ByteSourceFailure) -> String? {
        while true {
            let expected = try answer.peek()
            let found = try output.peek()
            guard let expected, expected.isSpace else {
                guard let found, found.isSpace else { return nil }
                return "Space change error: judge out of space, got \(found) from user"
            }
            guard expected == found else {
                // The end of the output is -1, as in C.
                return "Space change error: got \(found.map(Int.init) ?? -1) expected \(expected)"
            }
            answer.advance()
            output.advance()
        }
    }
}

// MARK: - Tokens

extension Comparison {
    /// Goes over one token of each, byte by byte, and tells whether and how they differ.
    private mutating func differenceInToken() throws(ByteSourceFailure) -> String? {
        let answerStart = answer.offset
        let outputStart = output.offset
        answerNumber.reset()
        outputNumber.reset()
        var length = 0
        var firstDifference: Int?
        // The first place where letters differ in case only, or nothing is alike: what is shown starts there.
        var firstUnlike: Int?
        while true {
            let expected = try answer.peekInToken()
            let found = try output.peekInToken()
            if expected == nil && found == nil { break }
            if firstUnlike == nil && expected != found { firstUnlike = length }
            if firstDifference == nil && !isSame(expected, found) { firstDifference = length }
            if firstDifference != nil, !isNumeric || answerNumber.isRefused {
                return try mismatch(answerStart, outputStart, firstUnlike ?? length)
            }
            if let expected {
                answer.advance()
                if isNumeric { answerNumber.feed(expected) }
            }
            if let found {
                output.advance()
                if isNumeric { outputNumber.feed(found) }
            }
            length += 1
        }
        guard firstDifference != nil else { return nil }
        guard let expected = answerNumber.value else {
            return try mismatch(answerStart, outputStart, firstUnlike ?? length)
        }
        guard let found = outputNumber.value else {
            return "Expected float, got: \(try Excerpt.token(in: output.source, at: outputStart))"
        }
        if isNear(found, expected) { return nil }
        let difference = (found - expected).magnitude
        let relative =
            expected == 0
            ? "undefined, judge value is 0" : (difference / expected.magnitude).scientificText
        // A tolerance that was not given is -1, as Kattis' tools print it.
        return """
            Too large difference.
             Judge: \(try Excerpt.token(in: answer.source, at: answerStart))
             User:  \(try Excerpt.token(in: output.source, at: outputStart))
             Absolute error: \(difference.scientificText) (abs tolerance \((rules.absoluteTolerance ?? -1).scientificText))
             Relative error: \(relative) (rel tolerance \((rules.relativeTolerance ?? -1).scientificText))
            """
    }

    private func isSame(_ expected: UInt8?, _ found: UInt8?) -> Bool {
        guard let expected, let found else { return false }
        return expected == found || (!rules.isCaseSensitive && expected.folded == found.folded)
    }

    private func isNear(_ found: Double, _ expected: Double) -> Bool {
        // A number beyond all bounds is near nothing: infinity times a tolerance would accept everything.
        guard found.isFinite && expected.isFinite else { return false }
        let difference = (found - expected).magnitude
        if let tolerance = rules.absoluteTolerance, difference <= tolerance { return true }
        if let tolerance = rules.relativeTolerance, difference <= tolerance * expected.magnitude { return true }
        return false
    }

    private func mismatch(_ answerStart: Int, _ outputStart: Int, _ place: Int) throws(ByteSourceFailure) -> String {
        """
        String tokens mismatch
        Judge: "\(try Excerpt.token(in: answer.source, at: answerStart, unlikeAt: place))"
        User: "\(try Excerpt.token(in: output.source, at: outputStart, unlikeAt: place))"
        """
    }
}
