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
        var failure = ""
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

    func collect(from namespace: CInt) -> Result {
        do {
            let bundle = try MemoryFile.make("assay-collected")
            let report = try MemoryFile.make("assay-collection")
            switch fork() {
            case 0:
                leave(walk(namespace, bundle: bundle, report: report))
                return Result()
            case let child where child > 0:
                guard try wait(for: child) else { return Result(failure: "taking the files out took too long") }
                return try read(report, bundle: bundle)
            default:
                throw Errno.last
            }
        } catch {
            return Result(failure: "the files could not be taken out: \(error)")
        }
    }

    /// In the parent: whether the child came to its end, in time.
    private func wait(for child: pid_t) throws(Errno) -> Bool {
        let number = linux_pidfd_open(child)
        guard number >= 0 else { throw .last }
        let pidfd = Descriptor(owning: number)
        var poll = Poll()
        poll.add(pidfd.number)
        let ended = try poll.wait(nanoseconds: Self.patience)
        if !ended { _ = linux_pidfd_send_signal(pidfd.number, SIGKILL) }
        var code: CInt = 0
        var status: CInt = 0
        if linux_wait_pidfd(pidfd.number, &code, &status, 0) < 0 { throw .last }
        return ended && code == CLD_EXITED && status == 0
    }

    private func read(_ report: borrowing Descriptor, bundle: consuming Descriptor) throws -> Result {
        var wire = WireReader(try report.read(at: 0, upTo: Int(try report.status().st_size)))
        let failure = try wire.text()
        guard failure.isEmpty else { return Result(failure: failure) }
        let files = try wire.list(FileTable.read)
        try bundle.seal()
        return Result(files: files, bundle: bundle.release())
    }

    // MARK: - In the child

    private func walk(
        _ namespace: CInt,
        bundle: borrowing Descriptor,
        report: borrowing Descriptor
    ) -> Bool {
        var wire = WireWriter()
        do {
            try Namespaces.enterMounts(namespace)
            if configuration.clearsGroups { try Identity.clearGroups() }
            try Identity.become(user: configuration.programID, group: configuration.programID)
            // With a single id the line above changed nothing: this one is what takes our capabilities.
            try Identity.dropCapabilities()
            var walker = Walker(collection: collection, bundle: bundle.number)
            try walker.take(collection.directory)
            wire.write("")
            wire.write(walker.files) { FileTable.write($1, to: &$0) }
        } catch let refusal as Refusal {
            wire = WireWriter()
            wire.write(refusal.text)
        } catch {
            wire = WireWriter()
            wire.write("the files could not be read: \(error)")
        }
        let written: Void? = try? report.write(wire.bytes, at: 0)
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
            current = try open(String(part), in: current.number, flags: O_DIRECTORY)
        }
        try enter(current, prefix: "", depth: 0)
    }

    private func open(_ name: String, in directory: CInt, flags: CInt) throws(Errno) -> Descriptor {
        // Not blocking, so that a FIFO with nobody at its other end cannot hold us up.
        let flags = UInt64(O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | flags)
        let number = linux_openat2(directory, name, flags, 0, Self.resolve)
        if number < 0 { throw .last }
        return Descriptor(owning: number)
    }

    /// Opens what may be a file or a directory; nil for a symbolic link or a socket, which stay behind.
    private func openUnlessSpecial(_ name: String, in directory: CInt) throws(Errno) -> Descriptor? {
        do throws(Errno) {
            return try open(name, in: directory, flags: 0)
        } catch  where [ELOOP, ENXIO, ENODEV, EXDEV].contains(error.number) {
            return nil
        }
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
        while let entry = readdir(stream) {
            visited += 1
            guard visited <= 4 * collection.maximumFiles else { throw Refusal(text: "it has too many files") }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            if name == "." || name == ".." { continue }
            let isAcceptable = name.map { $0.utf8.allSatisfy { $0 >= 32 && $0 != 127 } } ?? false
            names.append(isAcceptable ? name : nil)
        }
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
