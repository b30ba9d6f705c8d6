/// What content is called: its SHA-256 in lower-case hexadecimal.
public struct ContentDigest: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// Sixty-four hexadecimal digits.
    public let rawValue: String

    /// The digest written `rawValue`.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Whether it is written as digests are.
    public var isWellFormed: Bool {
        rawValue.utf8.count == 64
            && rawValue.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// The digest as it is written.
    public var description: String { rawValue }
}

/// Content that is stored as a whole.
public struct ContentRecord: Hashable, Sendable {
    /// What it is called.
    public var digest: ContentDigest
    /// Its bytes.
    public var byteCount: Int
    /// In how many chunks it is stored.
    public var chunkCount: Int

    /// Content of that size.
    public init(digest: ContentDigest, byteCount: Int, chunkCount: Int) {
        self.digest = digest
        self.byteCount = byteCount
        self.chunkCount = chunkCount
    }
}

/// A problem's package that was pushed, by which a problem's name stands for content.
public struct PushedPackage: Hashable, Sendable {
    /// The problem's short name.
    public var name: String
    /// Its package.
    public var content: ContentDigest
    /// When it was pushed.
    public var pushedAt: Timestamp

    /// A package of that name.
    public init(name: String, content: ContentDigest, pushedAt: Timestamp) {
        self.name = name
        self.content = content
        self.pushedAt = pushedAt
    }
}
