internal import Digest

/// What a program's output has to be: kept as a digest, since equality is all that is asked of it.
///
/// Blanks at the ends of lines do not count, nor do empty lines at the end.
struct Judge0Expectation: Hashable, Sendable {
    static let note = "judge0.expected"

    let digest: String

    init(_ output: [UInt8]) {
        var hash = SHA256()
        hash.update(Judge0Expectation.stripped(output))
        digest = hash.finish()
    }

    init?(notes: [String: String]) {
        guard let digest = notes[Judge0Expectation.note] else { return nil }
        self.digest = digest
    }

    func isMet(by output: [UInt8]) -> Bool { Judge0Expectation(output) == self }

    private static func stripped(_ output: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(output.count)
        for line in output.split(separator: 10, omittingEmptySubsequences: false) {
            result += withoutBlanks(line)
            result.append(10)
        }
        return Array(withoutBlanks(result[...]))
    }

    private static func withoutBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = bytes.endIndex
        while end > bytes.startIndex, isBlank(bytes[end - 1]) { end -= 1 }
        return bytes[..<end]
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) || byte == 0 }
}
