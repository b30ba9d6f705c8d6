public import Core
internal import Linux

/// A file of a package: looked at when the package is loaded, opened only while it is read.
///
/// A package may have thousands of files, so that none of them can be kept open.
public struct PackageFile: ByteSource {
    /// The host's path.
    public let path: String
    /// The size it had when the package was loaded.
    public let byteCount: Int

    /// The file at `path`, of that size.
    init(path: String, byteCount: Int) {
        self.path = path
        self.byteCount = byteCount
    }

    /// Reads a piece of the file.
    public func read(from offset: Int, upTo limit: Int) throws(ByteSourceFailure) -> [UInt8] {
        let file: HostFile
        do {
            file = try HostFile(path: path)
        } catch {
            throw ByteSourceFailure("could not open \(path): \(error)")
        }
        // Judging with one half of an old file and one of a new would be worse than not judging.
        guard file.byteCount == byteCount else {
            throw ByteSourceFailure("\(path) was changed while it was in use; judge again")
        }
        return try file.read(from: offset, upTo: limit)
    }
}
