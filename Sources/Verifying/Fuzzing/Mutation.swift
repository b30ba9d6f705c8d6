/// A way in which a right input becomes a wrong one, unless the problem says otherwise.
enum Mutation: String, CaseIterable, Sendable {
    case doubledSpaces = "doubled spaces"
    case trailingSpaces = "spaces at the ends of lines"
    case leadingSpaces = "spaces at the beginnings of lines"
    case doubledNewlines = "empty lines between lines"
    case noFinalNewline = "no line feed at the end"
    case carriageReturns = "lines that end with CR LF"
    case leadingZeros = "zeros before integers"
    case trailingZeros = "zeros after decimals"
    case plusSigns = "plus signs before numbers"
    case changedCase = "letters of the other case"
    case truncated = "half of the input"
    case junkTail = "junk behind the end"

    /// Whether it is about how something is written, and not about what: a problem may have good reasons to allow it.
    var isStyle: Bool { self != .truncated && self != .junkTail }

    /// Whether `input` itself has what this brings, so that it is meant to be right.
    func isIn(_ input: [UInt8]) -> Bool {
        switch self {
        case .doubledSpaces: input.contains("  ")
        case .trailingSpaces: input.contains(" \n") || input.last == 0x20
        case .leadingSpaces: input.contains("\n ") || input.first == 0x20
        case .doubledNewlines: input.contains("\n\n")
        case .noFinalNewline: input.last.map { $0 != 0x0A } ?? false
        case .carriageReturns: input.contains("\r\n")
        case .leadingZeros: numbers(input).contains { $0.count > 1 && $0.first == 0x30 }
        case .trailingZeros: decimals(input).contains { $0.last == 0x30 }
        case .plusSigns: input.contains(UInt8(ascii: "+"))
        case .changedCase: input.contains(where: isLowerLetter) && input.contains(where: isUpperLetter)
        case .truncated, .junkTail: false
        }
    }

    /// The changed input; nil where there is nothing to change.
    func apply(to input: [UInt8]) -> [UInt8]? {
        let changed: [UInt8] =
            switch self {
            case .doubledSpaces: input.flatMap { $0 == 0x20 ? [0x20, 0x20] : [$0] }
            case .trailingSpaces: input.flatMap { $0 == 0x0A ? [0x20, 0x0A] : [$0] }
            case .leadingSpaces: input.isEmpty ? [] : [0x20] + input
            case .doubledNewlines: input.flatMap { $0 == 0x0A ? [0x0A, 0x0A] : [$0] }
            case .noFinalNewline: input.last == 0x0A ? Array(input.dropLast()) : input
            case .carriageReturns: input.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
            case .leadingZeros: before(numbers(input), UInt8(ascii: "0"), in: input)
            case .trailingZeros: behind(decimals(input), UInt8(ascii: "0"), in: input)
            case .plusSigns: before(numbers(input).filter { !isSigned($0, in: input) }, UInt8(ascii: "+"), in: input)
            case .changedCase: input.map { isLowerLetter($0) || isUpperLetter($0) ? $0 ^ 0x20 : $0 }
            case .truncated: Array(input.prefix(input.count / 2))
            case .junkTail: input + Array("qz \u{7F}7 -1\n".utf8)
            }
        return changed == input ? nil : changed
    }

    // MARK: - Numbers

    private func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || isLowerLetter(byte) || isUpperLetter(byte) || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "_")
            || byte >= 0x80
    }

    /// The digits of words that are whole numbers.
    private func numbers(_ input: [UInt8]) -> [ArraySlice<UInt8>] {
        input.split { !isWord($0) }.filter { $0.allSatisfy(isDigit) }
    }

    /// The words with digits, a point, and digits.
    private func decimals(_ input: [UInt8]) -> [ArraySlice<UInt8>] {
        input.split { !isWord($0) }.filter { word in
            let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
        }
    }

    private func isSigned(_ word: ArraySlice<UInt8>, in input: [UInt8]) -> Bool {
        word.startIndex > 0 && "+-".utf8.contains(input[word.startIndex - 1])
    }

    private func before(_ words: [ArraySlice<UInt8>], _ byte: UInt8, in input: [UInt8]) -> [UInt8] {
        inserted(byte, at: words.map(\.startIndex), in: input)
    }

    private func behind(_ words: [ArraySlice<UInt8>], _ byte: UInt8, in input: [UInt8]) -> [UInt8] {
        inserted(byte, at: words.map(\.endIndex), in: input)
    }

    /// The bytes with `byte` before each of `places`, which rise.
    private func inserted(_ byte: UInt8, at places: [Int], in input: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var start = 0
        for place in places {
            result += input[start..<place]
            result.append(byte)
            start = place
        }
        return result + input[start...]
    }
}

extension Mutation {
    /// `input` with its last line replaced by text of all kinds: whoever accepts it takes any text, and how that is
    /// written means something.
    static func freeText(in input: [UInt8]) -> [UInt8]? {
        let body = input.last == 0x0A ? input.dropLast() : input[...]
        guard !body.isEmpty else { return nil }
        let start = body.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return input[..<start] + Array("Qx,  7.50 z !b 007".utf8) + (input.last == 0x0A ? [0x0A] : [])
    }
}

/// Whether it is an ASCII letter from A to Z.
func isUpperLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

extension [UInt8] {
    /// Whether the bytes of `text` are in it, one behind the other.
    fileprivate func contains(_ text: StaticString) -> Bool { firstRange(of: Array(text.description.utf8)) != nil }
}
