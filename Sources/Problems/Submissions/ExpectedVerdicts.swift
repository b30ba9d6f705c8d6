internal import Core

/// What authors expect of a submission, in the words of the format and of DOMjudge.
enum ExpectedVerdicts {
    /// A crash of any kind: the format's vocabulary has no word for memory and output limits.
    static let crash: Set<Verdict> = [.runtimeError, .memoryLimit, .outputLimit]

    /// What the directory `name` below `submissions` stands for; nil for one that the format does not know.
    static func ofDirectory(_ name: String) -> Set<Verdict>? {
        switch name {
        case "accepted", "partially_accepted": [.accepted]
        case "wrong_answer": [.wrongAnswer]
        case "time_limit_exceeded": [.timeLimit]
        case "run_time_error": crash
        case "rejected": crash.union([.wrongAnswer, .timeLimit])
        case "brute_force": crash.union([.timeLimit])
        case "memory_limit_exceeded": [.memoryLimit]
        case "output_limit_exceeded": [.outputLimit]
        case "compile_error", "compiler_error": [.compileError]
        default: nil
        }
    }

    /// The same for packages of that format: in the newer one a submission with a part of the score has the verdict of its
    /// first test that is not accepted, whatever that is.
    static func ofDirectory(_ name: String, format: Problem.Format) -> Set<Verdict>? {
        guard name == "partially_accepted", format == .y2025_09 else { return ofDirectory(name) }
        return crash.union([.accepted, .wrongAnswer, .timeLimit])
    }

    /// What is expected of the tests of a submission in the directory `name`; nil where the directory does not say.
    static func expectation(ofDirectory name: String, format: Problem.Format) -> Expectation? {
        guard let verdicts = ofDirectory(name), verdicts != [.compileError] else { return nil }
        switch name {
        case "accepted": return Expectation(permitted: [.accepted])
        // How its tests may fail is not said: its score tells.
        case "partially_accepted": return nil
        case "rejected": return Expectation(required: verdicts)
        case "time_limit_exceeded" where format == .legacy:
            return Expectation(permitted: [.accepted, .wrongAnswer, .timeLimit], required: verdicts)
        default: return Expectation(permitted: verdicts.union([.accepted]), required: verdicts)
        }
    }

    /// What a word of a tag stands for; empty for one that leaves it open, nil for an unknown one.
    static func ofWord(_ word: some StringProtocol) -> Set<Verdict>? {
        switch word.uppercased().map({ $0 == "_" || $0 == " " ? "-" : String($0) }).joined() {
        case "CORRECT", "ACCEPTED", "AC": [.accepted]
        case "WRONG-ANSWER", "NO-OUTPUT", "WA": [.wrongAnswer]
        case "TIMELIMIT", "TIME-LIMIT", "TIME-LIMIT-EXCEEDED", "TLE": [.timeLimit]
        case "RUN-ERROR", "RUN-TIME-ERROR", "RUNTIME-ERROR", "RTE": crash
        case "MEMORY-LIMIT", "MEMORY-LIMIT-EXCEEDED", "MLE": [.memoryLimit]
        case "OUTPUT-LIMIT", "OUTPUT-LIMIT-EXCEEDED", "OLE": [.outputLimit]
        case "COMPILER-ERROR", "COMPILE-ERROR", "CE": [.compileError]
        case "CHECK-MANUALLY": []
        default: nil
        }
    }

    /// The tag that overrides the directory.
    struct Tag {
        let words: [String]
        let line: Int

        /// The first tag in a source; nil where there is none.
        init?(in source: [UInt8]) {
            let mark = Array("@EXPECTED_RESULTS@:".utf8)
            guard let start = source.firstRange(of: mark) else { return nil }
            // A comment may end behind the words, in whatever way its language has.
            let rest = source[start.upperBound...].prefix(512).prefix { Tag.belongs($0) }
            words = String(decoding: rest, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
                .map { word in String(word.trimmed(of: " \t-")) }
            line = source[..<start.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
        }

        private static func belongs(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
            default: ",-_ \t".utf8.contains(byte)
            }
        }
    }
}

extension Substring {
    /// The text without any of `characters` at its ends.
    fileprivate func trimmed(of characters: String) -> Substring {
        var text = drop { characters.contains($0) }
        while let last = text.last, characters.contains(last) { text.removeLast() }
        return text
    }
}
