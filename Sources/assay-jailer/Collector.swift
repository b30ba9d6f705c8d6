internal import CLinux
internal import Glibc
internal import JailProtocol
internal import Linux

/// Takes files out of a box whose last process is gone.
///
/// The tree was written by a program, so no process outside the box ever names a path in it: a fork of the jailer enters
/// the box's mount namespace, takes on the program's id without a capability, and opens regular files only, component by
/// component, following no link and crossing no mount. What it finds goes into a memory file.
struct Collector {
    let collection: BoxPlan.Collection
    let configuration: SlotConfiguration

    /// What was taken, or why nothing was.
    struct Result {
        var files: [BoxPlan.File]?
        /// What the program has left that may not be taken.
        var refusal = ""
        /// The memory file that holds the contents, sealed; -1 for none.
        ///
        /// The receiver closes it.
        var bundle: CInt = -1
    }

    /// How long the walk may take; the caps make it short.
    private static let patience: UInt64 = 30_000_000_000

    init(_ collection: BoxPlan.Collection, for configuration: SlotConfiguration) {
        self.collection = collection
        self.configuration = configuration
    }

    /// Takes the files out.
    ///
    /// - Throws: `JailFailure` for what is not the program's doing. A tree that may not be taken is a result.
    func collect(from namespace: CInt) throws(JailFailure) -> Result {
        do throws(Errno) {
            return try take(from: namespace)
        } catch {
            throw JailFailure(
                operation: "take the files out",
                subject: collection.directory,
                errno: Int(error.number)
            )
        }
    }

    private func take(from namespace: CInt) throws(Errno) -> Result {
        let bundle = try MemoryFile.make("assay-collected")
        let report = try MemoryFile.make("assay-collection")
        let child = try checked { fork() }
        if child == 0 { leave(walk(namespace, bundle: bundle, report: report)) }
        try wait(for: child)
        switch try content(of: report) {
        case .refusal(let text): return Result(refusal: text)
        case .failure(let number): throw Errno(CInt(truncatingIfNeeded: number))
        case .files(let files):
            try bundle.seal()
            return Result(files: files, bundle: bundle.release())
        }
    }

    /// In the parent: waits until the child has come to its end.
    private func wait(for child: pid_t) throws(Errno) {
        let number = linux_pidfd_open(child)
        guard number >= 0 else {
            let error = Errno.last
            // By its number, which is ours until we have asked for its end.
            kill(child, SIGKILL)
            waitpid(child, nil, 0)
            throw error
        }
        defer { close(number) }
        let ended = Swift.Result<Bool, Errno> { () throws(Errno) in try hasEnded(number) }
        let isDone = try reap(number, killing: (try? ended.get()) != true)
        guard try ended.get() else { throw Errno(ETIMEDOUT) }
        guard isDone else { throw Errno(EIO) }
    }

    /// Waits for the child's end, but not for ever.
    private func hasEnded(_ child: CInt) throws(Errno) -> Bool {
        var poll = Poll()
        poll.add(child)
        var now = try Clock.now()
        let end = now + Self.patience
        while now < end {
            if try poll.wait(nanoseconds: end - now) { return true }
            now = try Clock.now()
        }
        return false
    }

    /// Asks for the child's end.
    ///
    /// - Returns: whether it has done what it was there for.
    private func reap(_ child: CInt, killing: Bool) throws(Errno) -> Bool {
        if killing { try checked { linux_pidfd_send_signal(child, SIGKILL) } }
        var code: CInt = 0
        var status: CInt = 0
        try checked { linux_wait_pidfd(child, &code, &status, 0) }
        return code == CLD_EXITED && status == 0
    }

    private func content(of report: borrowing Descriptor) throws(Errno) -> CollectionReport {
        let bytes = try report.read(at: 0, upTo: Int(try report.status().st_size))
        guard let report = try? CollectionReport(bytes: bytes) else { throw Errno(EBADMSG) }
        return report
    }

    // MARK: - In the child

    private func walk(
        _ namespace: CInt,
        bundle: borrowing Descriptor,
        report: borrowing Descriptor
    ) -> Bool {
        let content: CollectionReport
        do {
            try Namespaces.enterMounts(namespace)
            if configuration.clearsGroups { try Identity.clearGroups() }
            try Identity.become(user: configuration.programID, group: configuration.programID)
            // With a single id the line above changed nothing: this one is what takes our capabilities.
            try Identity.dropCapabilities()
            var walker = Walker(collection: collection, bundle: bundle.number)
            try walker.take(collection.directory)
            content = .files(walker.files)
        } catch let refusal as Refusal {
            content = .refusal(refusal.text)
        } catch {
            content = .failure(errno: Int((error as? Errno)?.number ?? EIO))
        }
        let written: Void? = try? report.write(content.bytes, at: 0)
        return written != nil
    }

    /// Ends the child.
    ///
    /// Not declared `Never`, since the compiler then takes the clean-up behind it for a mistake.
    private func leave(_ isDone: Bool) {
        _exit(isDone ? 0 : 1)
    }
}

/// Why a tree is not taken.
struct Refusal: Error {
    let text: String
}

/// Goes through the tree.
private struct Walker {
    let collection: BoxPlan.Collection
    let bundle: CInt
    var files: [BoxPlan.File] = []
    private var taken = 0
    private var visited = 0
    private var tableSize = 0

    private static let deepest = 64
    /// As long as a path of a file may be that is put into a box.
    private static let longestPath = 1024
    /// What an answer can carry of it, with room for the rest.
    private static let largestTable = MessageSocket.largestMessage - 4096
    private static let resolve = UInt64(LINUX_RESOLVE_BENEATH | LINUX_RESOLVE_NO_SYMLINKS | LINUX_RESOLVE_NO_XDEV)

    init(collection: BoxPlan.Collection, bundle: CInt) {
        self.collection = collection
        self.bundle = bundle
    }

    mutating func take(_ directory: String) throws {
        // The first component is a mount of ours, the rest may be the program's work: `/data` and `feedback`.
        let parts = directory.split(separator: "/")
        var current = try Descriptor.open("/" + String(parts[0]), O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        for part in parts.dropFirst() {
            current = try open(String(part), in: current.number)
        }
        try enter(current, prefix: "", depth: 0)
    }

    /// What the kernel says of a symbolic link, a socket, or another mount.
    private static let special = [ELOOP, ENXIO, ENODEV, EXDEV]
    /// And of what was made unreadable, removed, or replaced: the program's doing, too.
    ///
    /// Anything else is ours.
    private static let unreadable = special + [EACCES, EPERM, ENOENT, ENOTDIR]

    /// Opens a directory of the program's.
    private func open(_ name: String, in directory: CInt) throws -> Descriptor {
        let opened = Self.number(name, in: directory, flags: O_DIRECTORY)
        if let refusal = Self.refusal(of: name, opened) { throw refusal }
        return Descriptor(owning: try opened.get())
    }

    /// Opens what may be a file or a directory; nil for a symbolic link or a socket, which stay behind.
    private func openUnlessSpecial(_ name: String, in directory: CInt) throws -> Descriptor? {
        let opened = Self.number(name, in: directory, flags: 0)
        if case .failure(let error) = opened, Self.special.contains(error.number) { return nil }
        if let refusal = Self.refusal(of: name, opened) { throw refusal }
        return Descriptor(owning: try opened.get())
    }

    private static func number(_ name: String, in directory: CInt, flags: CInt) -> Result<CInt, Errno> {
        // Not blocking, so that a FIFO with nobody at its other end cannot hold us up.
        let flags = UInt64(O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | flags)
        return Result { () throws(Errno) in try checked { linux_openat2(directory, name, flags, 0, resolve) } }
    }

    private static func refusal(of name: String, _ opened: Result<CInt, Errno>) -> Refusal? {
        guard case .failure(let error) = opened, unreadable.contains(error.number) else { return nil }
        return Refusal(text: "\(name) cannot be read: \(error)")
    }

    private mutating func enter(_ directory: borrowing Descriptor, prefix: String, depth: Int) throws {
        guard depth <= Self.deepest else { throw Refusal(text: "its directories are nested too deeply") }
        for name in try names(in: directory) {
            guard let name else {
                throw Refusal(text: "it has a file name that is not UTF-8 or has control characters")
            }
            guard let entry = try openUnlessSpecial(name, in: directory.number) else { continue }
            let status = try entry.status()
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                try enter(entry, prefix: prefix + name + "/", depth: depth + 1)
            case S_IFREG:
                try copy(
                    entry,
                    path: prefix + name,
                    size: Int(status.st_size),
                    isExecutable: status.st_mode & 0o100 != 0
                )
            default:
                continue
            }
        }
    }

    /// The names in a directory, sorted; nil for one that is not acceptable.
    private mutating func names(in directory: borrowing Descriptor) throws -> [String?] {
        guard let stream = fdopendir(try directory.duplicate().release()) else { throw Errno.last }
        defer { closedir(stream) }
        var names: [String?] = []
        while true {
            // readdir(3): the end and a failure look the same but for errno.
            errno = 0
            guard let entry = readdir(stream) else { break }
            visited += 1
            guard visited <= 4 * collection.maximumFiles else { throw Refusal(text: "it has too many files") }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            if name == "." || name == ".." { continue }
            let isAcceptable = name.map { $0.utf8.allSatisfy { $0 >= 32 && $0 != 127 } } ?? false
            names.append(isAcceptable ? name : nil)
        }
        if errno != 0 { throw Errno.last }
        return names.sorted { ($0 ?? "") < ($1 ?? "") }
    }

    private mutating func copy(
        _ file: borrowing Descriptor,
        path: String,
        size: Int,
        isExecutable: Bool
    ) throws {
        guard files.count < collection.maximumFiles else { throw Refusal(text: "it has too many files") }
        guard size <= collection.maximumBytes - taken else { throw Refusal(text: "its files are too large") }
        // The program chooses the names: none that the worker would have to take for a mistake of ours, and no table that
        // does not fit into our answer.
        guard path.utf8.count <= Self.longestPath else { throw Refusal(text: "it has a path that is too long") }
        tableSize += path.utf8.count + 32
        guard tableSize <= Self.largestTable else { throw Refusal(text: "its paths are too long together") }
        var done = 0
        while done < size {
            let count = sendfile(bundle, file.number, nil, size - done)
            if count < 0 {
                let error = Errno.last
                if error.number == EINTR { continue }
                throw error
            }
            if count == 0 { throw Refusal(text: "a file is shorter than it says") }
            done += count
        }
        files.append(BoxPlan.File(path: path, offset: taken, length: size, isExecutable: isExecutable))
        taken += size
    }
}
