import Linux

/// How a root is packed into one file, by the name of which it is chosen.
enum ArchiveFormat: CaseIterable {
    /// A tar file, compressed by zstd.
    case tar
    /// A squashfs image, which the kernel could also mount.
    case squashfs

    var suffix: String {
        switch self {
        case .tar: ".tar.zst"
        case .squashfs: ".squashfs"
        }
    }

    /// The format of a file with that name.
    ///
    /// - Throws: `RootError` for any other name.
    init(fileName: String) throws(RootError) {
        guard let format = Self.allCases.first(where: { fileName.hasSuffix($0.suffix) }) else {
            let known = Self.allCases.map(\.suffix).joined(separator: " or ")
            throw .badInput("\(fileName): the name must end in \(known), which is how a root is packed")
        }
        self = format
    }

    /// The programs it takes, and the Debian packages that bring them.
    private func tools(isPacking: Bool) -> [(name: String, package: String)] {
        switch self {
        case .tar: [("tar", "tar"), ("zstd", "zstd")]
        case .squashfs: [(isPacking ? "mksquashfs" : "unsquashfs", "squashfs-tools")]
        }
    }

    /// Packs what is in `directory` into the file `file`.
    ///
    /// - Throws: `RootError` when a program is not here.
    func packing(_ directory: String, into file: String) throws(RootError) -> HostTool.Call {
        let names = [Manifest.fileName, Manifest.packagesName, Manifest.filesName]
        switch self {
        case .tar:
            return try call(
                isPacking: true,
                [
                    "tar", "--create", "--file=\(file)", "--use-compress-program=zstd -q -T0 -6", "--sort=name",
                    "--numeric-owner", "--owner=0", "--group=0", "--directory=\(directory)", "--",
                ] + names
            )
        case .squashfs:
            return try call(
                isPacking: true,
                [
                    "mksquashfs", directory, file, "-noappend", "-no-progress", "-quiet", "-all-root", "-comp", "zstd",
                    "-Xcompression-level", "6", "-e", Manifest.lockName,
                ]
            )
        }
    }

    /// Unpacks the file `file` into the empty directory `directory`.
    ///
    /// - Throws: `RootError` when a program is not here.
    func unpacking(_ file: String, into directory: String) throws(RootError) -> HostTool.Call {
        switch self {
        case .tar:
            return try call(
                isPacking: false,
                [
                    "tar", "--extract", "--file=\(file)", "--use-compress-program=zstd -q", "--numeric-owner",
                    "--same-permissions", "--delay-directory-restore", "--directory=\(directory)",
                ]
            )
        case .squashfs:
            return try call(
                isPacking: false,
                ["unsquashfs", "-no-progress", "-quiet", "-force", "-no-xattrs", "-dest", directory, file]
            )
        }
    }

    private func call(isPacking: Bool, _ arguments: [String]) throws(RootError) -> HostTool.Call {
        let directories = ["/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/"]
        var program = ""
        for tool in tools(isPacking: isPacking).reversed() {
            guard let found = directories.first(where: { HostDirectory.isExecutable($0 + tool.name) }) else {
                throw .badInput("there is no \(tool.name) here; run apt-get install \(tool.package)")
            }
            program = found + tool.name
        }
        return HostTool.Call(program, arguments, environment: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8"])
    }
}
