/// A version of three numbers, as in `3.11.2`.
struct SemanticVersion: Hashable, Comparable, Sendable {
    var numbers: [Int]

    /// The version in a text like `3.11.2`, `v18.19` or `1.63.0-nightly`; what is missing is 0.
    init?(_ text: some StringProtocol) {
        var numbers: [Int] = []
        for part in text.drop(while: { $0 == "v" || $0 == "=" }).split(separator: ".", maxSplits: 2) {
            let digits = part.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits) else { break }
            numbers.append(number)
            if digits.count < part.count { break }
        }
        guard !numbers.isEmpty else { return nil }
        self.numbers = numbers + Array(repeating: 0, count: 3 - numbers.count)
    }

    init(_ major: Int, _ minor: Int, _ patch: Int) { numbers = [major, minor, patch] }

    static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }

    var text: String { numbers.map { String($0) }.joined(separator: ".") }
}
