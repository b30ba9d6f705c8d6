/// One file on its way into a box or out of it.
public struct BoxFile: Sendable {
    /// Where it belongs, relative to the directory it is put in: components joined by `/`, none of them `.` or `..`.
    public var path: String
    /// Its bytes.
    public var content: any ByteSource
    /// Whether it may be executed.
    public var isExecutable: Bool

    /// A file at `path`.
    public init(path: String, content: any ByteSource, isExecutable: Bool = false) {
        self.path = path
        self.content = content
        self.isExecutable = isExecutable
    }

    /// Whether `path` is one that a box accepts: relative, without empty, `.` or `..` components, NUL or control bytes,
    /// and without a combining mark beside a slash.
    public static func isAcceptable(path: String) -> Bool {
        guard !path.isEmpty, path.utf8.count <= 1024, path.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) else {
            return false
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        // A slash beside a combining mark is another character to Swift, and a slash all the same to the kernel: such a
        // path would have fewer components here than there, and `..` could hide in one of them.
        guard parts.count == path.utf8.count(where: { $0 == UInt8(ascii: "/") }) + 1 else { return false }
        return parts.allSatisfy { part in
            !part.isEmpty && part != "." && part != ".." && part.utf8.count <= 255
        }
    }
}

/// Files that were taken out of a box together.
public struct Bundle: Sendable {
    /// The files, in the order of their paths.
    public var files: [BoxFile]

    /// The given files.
    public init(files: [BoxFile]) { self.files = files }
}

/// The key under which compiled files are kept: the digest of everything that they were made from.
public struct ArtifactKey: RawRepresentable, Hashable, Sendable {
    /// The digest in lower-case hexadecimal.
    public let rawValue: String

    /// The key with that digest.
    public init(rawValue: String) { self.rawValue = rawValue }
}
