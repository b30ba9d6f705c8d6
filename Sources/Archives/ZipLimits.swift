/// What a zip file may unpack to; checked before anything is unpacked, and again while it is.
public struct ZipLimits: Hashable, Sendable {
    /// How many entries there may be.
    public var entries = 100_000
    /// Bytes of the directory at the file's end, which is read as a whole.
    public var directoryBytes = 64 << 20
    /// Bytes of all files together.
    public var bytes = 4 << 30
    /// How many times as large as the zip file its files may be together, above `freeBytes`.
    ///
    /// Deflate cannot do better than 1,032 to 1. Test data of one kind is often compressed by 100.
    public var ratio = 250
    /// What is allowed at any ratio.
    public var freeBytes = 256 << 20
    /// How deep directories may be nested.
    public var depth = 32
    /// Bytes of an entry's name.
    public var nameBytes = 1024

    /// The limits for packages.
    public init() {}
}
