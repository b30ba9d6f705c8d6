public import Core
internal import Glibc

/// A file of the host that is read piece by piece and never as a whole.
///
/// The file must not shrink while in use.
public final class HostFile: ByteSource {
    private let descriptor: Descriptor
    private let path: String
    /// The size the file had when it was opened.
    public let byteCount: Int
    /// Whether its owner may execute it.
    public let isExecutable: Bool

    /// Opens the regular file at `path`.
    ///
    /// - Throws: the errno of opening it; EISDIR or EINVAL for what is not a regular file.
    public init(path: String) throws(Errno) {
        // Not blocking: a FIFO in the place of a file must not hold us up before we have seen what it is.
        let descriptor = try Descriptor.open(path, O_RDONLY | O_NONBLOCK)
        let status = try descriptor.status()
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .isDirectory
        default: throw .invalid
        }
        self.path = path
        byteCount = Int(status.st_size)
        isExecutable = status.st_mode & S_IXUSR != 0
        self.descriptor = descriptor
    }

    /// Reads a piece of the file.
    public func read(from offset: Int, upTo limit: Int) throws(ByteSourceFailure) -> [UInt8] {
        do {
            return try descriptor.read(at: offset, upTo: min(limit, max(0, byteCount - offset)))
        } catch {
            throw ByteSourceFailure("could not read \(path): \(error)")
        }
    }

    /// The whole of a small file.
    ///
    /// - Throws: the errno of reading it; EFBIG when it is larger than `limit`.
    public static func read(_ path: String, limit: ByteCount = .mebibytes(16)) throws(Errno) -> [UInt8] {
        let file = try HostFile(path: path)
        guard file.byteCount <= limit.bytes else { throw .tooLarge }
        return try file.descriptor.read(at: 0, upTo: file.byteCount)
    }
}
