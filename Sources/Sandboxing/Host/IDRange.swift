/// Consecutive user or group ids of the host.
public struct IDRange: Hashable, Sendable, CustomStringConvertible {
    /// The first of them.
    public let first: Int
    /// How many there are: at least one.
    public let count: Int

    /// `count` ids from `first` on; nil where the kernel has no such ids.
    public init?(first: Int, count: Int) {
        // The last one, -1, stands for none.
        guard first >= 0, count > 0, count < 1 << 32, first + count <= 0xffff_ffff else { return nil }
        self.first = first
        self.count = count
    }

    /// What a text like `1900000000:65536` means; nil for any other.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Self.number($0) }
        guard parts.count == 2, let first = parts[0], let count = parts[1] else { return nil }
        self.init(first: first, count: count)
    }

    /// The first id behind them.
    public var end: Int { first + count }

    /// As in `1900000000:65536`.
    public var description: String { "\(first):\(count)" }

    /// Whether an id is one of them.
    public func contains(_ id: Int) -> Bool { id >= first && id < end }

    /// Whether all of `other` are among them.
    public func contains(_ other: IDRange) -> Bool { other.first >= first && other.end <= end }

    /// Whether any of `other` is among them.
    public func overlaps(_ other: IDRange) -> Bool { first < other.end && other.first < end }

    /// The first `count` of them that are not in `taken`; nil when there are not so many together.
    package func free(_ count: Int, besides taken: [IDRange]) -> IDRange? {
        var candidate = first
        for range in taken.sorted(by: { $0.first < $1.first }) where range.end > candidate {
            if range.first >= candidate + count { break }
            candidate = range.end
        }
        guard candidate + count <= end else { return nil }
        return IDRange(first: candidate, count: count)
    }

    /// Digits and nothing else, as `Int` alone would take a sign.
    private static func number(_ text: some StringProtocol) -> Int? {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return Int(text)
    }
}
