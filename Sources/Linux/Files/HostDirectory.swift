public import Glibc

/// Looking at directories and paths of the host.
///
/// Never used on a tree that a program could write.
public enum HostDirectory {
    /// What a path is.
    public enum Kind: Hashable, Sendable {
        case file, directory, link, other
    }

    /// One name in a directory.
    public struct Entry: Hashable, Sendable {
        /// The name, without the directory.
        public let name: String
        /// What it is; a symbolic link counts as what it points to, and as `.link` when it points to nothing.
        public let kind: Kind
    }

    /// The names in the directory `path`, sorted by their bytes, without `.` and `..`.
    ///
    /// - Throws: the errno of `opendir`(3) or `readdir`(3); EFBIG when there are more than `limit` names.
    public static func entries(of path: String, limit: Int = .max) throws(Errno) -> [Entry] {
        try names(in: path, limit: limit).map { Entry(name: $0, kind: kind(of: path + "/" + $0) ?? .link) }
    }

    /// The names alone, which is much quicker: nobody is asked what each of them is.
    ///
    /// - Throws: the errno of `opendir`(3) or `readdir`(3); EFBIG when there are more than `limit` names.
    public static func names(in path: String, limit: Int = .max) throws(Errno) -> [String] {
        guard let stream = opendir(path) else { throw .last }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            // readdir(3): the end and a failure look the same but for errno.
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = name(of: entry)
            if name == "." || name == ".." { continue }
            guard names.count < limit else { throw .tooLarge }
            names.append(name)
        }
        if errno != 0 { throw .last }
        names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return names
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
    }

    /// The names of the directories in the directory `path`, as the directory itself tells them; none when it cannot be read.
    public static func subdirectories(of path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            guard entry.pointee.d_type == UInt8(DT_DIR) else { continue }
            let name = name(of: entry)
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    /// What `path` is, symbolic links followed; nil where nothing is.
    public static func kind(of path: String) -> Kind? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .directory
        default: return .other
        }
    }

    /// Whether nothing is at `path`, and not only nothing that can be looked at.
    public static func isAbsent(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
    }

    /// Whether `path` is a regular file that we may execute.
    public static func isExecutable(_ path: String) -> Bool {
        kind(of: path) == .file && access(path, X_OK) == 0
    }

    /// Whether we may make and remove names in the directory `path`.
    public static func isWritable(_ path: String) -> Bool {
        access(path, W_OK | X_OK) == 0
    }

    /// The path with every symbolic link resolved; nil where nothing is.
    ///
    /// The call is `realpath`(3).
    public static func resolve(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// What the symbolic link `path` points to, unresolved; nil when it is no link.
    public static func target(ofLink path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        return count < 0 ? nil : String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Bytes of all files in the directory `path` and below it.
    public static func size(ofTree path: String) -> Int {
        ((try? entries(of: path)) ?? []).reduce(0) { sum, entry in
            let child = path + "/" + entry.name
            if entry.kind == .directory { return sum + size(ofTree: child) }
            var status = stat()
            return stat(child, &status) == 0 ? sum + Int(status.st_size) : sum
        }
    }

    /// When the file at `path` was last written or touched, in seconds since 1970; nil where nothing is.
    public static func changeTime(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_mtim.tv_sec) : nil
    }

    /// A text that changes when another file or directory is at `path`, whatever is in it; nil where nothing is.
    public static func identity(of path: String) -> String? {
        var status = stat()
        return stat(path, &status) == 0 ? "\(status.st_dev):\(status.st_ino)" : nil
    }

    /// A text that changes when the file at `path` is replaced or written: device, inode, size and time of change.
    public static func fingerprint(of path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return "\(status.st_dev):\(status.st_ino):\(status.st_size):\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }

    /// Makes `path` and the directories above it that are missing, for us alone.
    public static func make(_ path: String, mode: mode_t = 0o700) throws(Errno) {
        if kind(of: path) == .directory { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try make(String(path[..<slash]), mode: mode)
        }
        do {
            try checked { mkdir(path, mode) }
        } catch  where error == .exists {
            // Somebody made it between the look and the call.
        }
    }
}
