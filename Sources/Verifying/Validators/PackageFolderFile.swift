internal import Core
internal import Linux

/// Files of a package as something that can be read piece by piece.
enum PackageFolderFile {
    /// The file at `path`; nil where it cannot be read.
    static func source(_ folder: PackageFolder, _ path: String) -> (any ByteSource)? {
        try? HostFile(path: folder.hostPath(path))
    }
}
