/// One file, directory or symbolic link of a zip file.
public struct ZipEntry: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        case directory
        case file(isExecutable: Bool)
        /// A symbolic link; its content is where it leads to.
        case link
    }

    /// The relative path, without a slash at its end: names of which none is `.` or `..`.
    public let path: String
    /// What it is.
    public let kind: Kind
    /// How many bytes it unpacks to.
    public let byteCount: Int

    let method: Method
    let packedCount: Int
    let checksum: UInt32
    let headerOffset: Int

    /// How it is packed.
    enum Method: Hashable, Sendable {
        case stored, deflated
    }
}
