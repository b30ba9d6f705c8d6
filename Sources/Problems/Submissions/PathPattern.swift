/// A glob as `submissions.yaml` has them: `*` stands for anything but a slash, `{a,b}` for one of its words.
public struct PathPattern: Hashable, Sendable {
    /// The pattern as it is written.
    public let text: String
    private let alternatives: [[UInt8]]

    /// How many patterns without braces one with braces may stand for.
    private static let maximumAlternatives = 256

    /// The pattern `text`.
    ///
    /// - Returns: nil for braces that do not match or that stand for too many patterns, and for `**`, `?` and `[`, which
    ///   the format does not have.
    public init?(_ text: String) {
        guard !text.isEmpty, !text.contains("**"), !text.contains(where: { "?[]".contains($0) }),
            let alternatives = PathPattern.expanded(Array(text.utf8))
        else { return nil }
        self.text = text
        self.alternatives = alternatives
    }

    /// Whether `path`, or a directory that it is in, is one that the pattern stands for.
    public func matches(_ path: String) -> Bool {
        let path = Array(path.utf8)
        let ends = path.indices.filter { path[$0] == UInt8(ascii: "/") } + [path.count]
        return ends.contains { end in
            alternatives.contains { PathPattern.matches(pattern: $0[...], path[..<end]) }
        }
    }

    private static func expanded(_ text: [UInt8]) -> [[UInt8]]? {
        guard let opening = text.firstIndex(of: UInt8(ascii: "{")) else {
            return text.contains(UInt8(ascii: "}")) ? nil : [text]
        }
        guard let closing = text[opening...].firstIndex(of: UInt8(ascii: "}")),
            !text[(opening + 1)..<closing].contains(UInt8(ascii: "{")),
            !text[..<opening].contains(UInt8(ascii: "}"))
        else { return nil }
        var result: [[UInt8]] = []
        let words = text[(opening + 1)..<closing].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard let rests = expanded(Array(text[(closing + 1)...])) else { return nil }
        guard words.count * rests.count <= maximumAlternatives else { return nil }
        for word in words {
            for rest in rests { result.append(Array(text[..<opening]) + word + rest) }
        }
        return result
    }

    /// Greedy, with one place to come back to: linear for each star.
    private static func matches(pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
        var (p, t) = (pattern.startIndex, path.startIndex)
        var star: (pattern: Int, path: Int)?
        while t < path.endIndex {
            if p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") {
                star = (p, t)
                p += 1
            } else if p < pattern.endIndex, pattern[p] == path[t] {
                p += 1
                t += 1
            } else if let last = star, path[last.path] != UInt8(ascii: "/") {
                star = (last.pattern, last.path + 1)
                p = last.pattern + 1
                t = last.path + 1
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
