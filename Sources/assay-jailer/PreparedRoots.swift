internal import Glibc
internal import JailProtocol
internal import Linux

/// The roots that a slot keeps: each is a mount namespace of its own, from which runs are cloned, so that a run copies a
/// dozen mounts and not the sum of all.
struct PreparedRoots: ~Copyable {
    /// Hidden from programs: what a run needs while its box is made.
    ///
    /// A run covers it before the program starts.
    static let hidden = "/.assay"

    /// Where the jailer's own mounts are: a place that every host has and that no toolchain is in.
    private static let workshop = "/sys"

    private static let readOnly: DetachedTree.Attributes = [.readOnly, .noSetuid, .noDevices]

    /// The namespace with the host's mounts in which roots are prepared.
    private let base: Descriptor
    /// Each root's namespace, by number.
    ///
    /// Descriptors cannot be in an array: plain numbers, closed by `forget`.
    private var namespaces: [Int: CInt] = [:]
    private let procNumber: CInt
    /// The root whose namespace we are in; nil for another one.
    private var current: Int?

    init(proc: borrowing Descriptor) throws(JailFailure) {
        let procNumber = proc.number
        self.procNumber = procNumber
        let workshop = Self.workshop
        try jailed("make the workshop", workshop) { () throws(Errno) in
            try Mounts.mountMemory(at: workshop, options: "mode=700,size=1m,nr_inodes=4096")
            try Mounts.makeDirectories(workshop + "/root")
            try Mounts.makeDirectories(workshop + "/store")
            try Mounts.mountMemory(at: workshop + "/store", options: "mode=755,size=512m,nr_inodes=65536")
        }
        base = try jailed("open the namespace", "mnt") { () throws(Errno) in
            try Descriptor.open("self/ns/mnt", at: procNumber)
        }
    }

    /// Makes an artifact in the store, which every root shows to a run until it is covered.
    mutating func keep(_ plan: ArtifactPlan, bundle: CInt) throws(JailFailure) {
        try enterBase()
        let store = Self.workshop + "/store/"
        for key in plan.replaces {
            try jailed("give an artifact up", key) { () throws(Errno) in try HostWriting.removeTree(store + key) }
        }
        let directory = store + plan.key
        do throws(JailFailure) {
            try jailed("keep an artifact", plan.key) { () throws(Errno) in
                try HostWriting.makeDirectory(directory, mode: 0o755)
                for name in plan.directories { try HostWriting.makeDirectory(directory + "/" + name, mode: 0o755) }
                for file in plan.files {
                    let copy = try HostWriting.makeFile(
                        directory + "/" + file.path,
                        mode: file.isExecutable ? 0o555 : 0o444
                    )
                    try copy.take(file.length, from: bundle, at: file.offset)
                }
            }
        } catch {
            // All of it or nothing: a run must never find a part.
            try? HostWriting.removeTree(directory)
            throw error
        }
    }

    private mutating func enterBase() throws(JailFailure) {
        current = nil
        if setns(base.number, CLONE_NEWNS) != 0 {
            throw JailFailure(operation: "enter the workshop", subject: Self.workshop, errno: Int(Errno.last.number))
        }
    }

    /// Makes a root and keeps it.
    mutating func prepare(_ plan: RootPlan, message: inout MessageSocket.Message) throws(JailFailure) {
        forget(plan.replaces)
        current = nil
        let base = base.number
        let procNumber = procNumber
        let namespace = try Self.build(plan, trees: message.descriptors, base: base, proc: procNumber)
        namespaces[plan.id] = namespace.release()
    }

    /// Enters the root's namespace, so that what is cloned next is cloned from there.
    mutating func enter(_ id: Int) throws(JailFailure) {
        if current == id { return }
        current = nil
        guard let number = namespaces[id] else {
            throw JailFailure(operation: "enter a root", subject: "\(id)", errno: Int(ENOENT))
        }
        if setns(number, CLONE_NEWNS) != 0 {
            throw JailFailure(operation: "enter a root", subject: "\(id)", errno: Int(Errno.last.number))
        }
        current = id
    }

    private mutating func forget(_ id: Int) {
        if let number = namespaces.removeValue(forKey: id) { close(number) }
    }

    // MARK: - Building one

    private static func build(
        _ plan: RootPlan,
        trees: [CInt],
        base: CInt,
        proc: CInt
    ) throws(JailFailure) -> Descriptor {
        let root = workshop + "/root"
        try jailed("enter the workshop", workshop) { () throws(Errno) in
            if setns(base, CLONE_NEWNS) != 0 { throw .last }
            try Namespaces.unshare([.mount])
            try Mounts.mountMemory(at: root, options: "mode=755,size=1m,nr_inodes=4096")
        }
        try makePlaces(in: root)
        for entry in plan.entries {
            try add(entry, to: root, trees: trees)
        }
        return try jailed("enter the root", root) { () throws(Errno) in
            try Mounts.goTo(root)
            try Mounts.makeWorkingDirectoryRoot()
            // Last: nothing can be made in it from here on, by us or by anybody.
            try Mounts.makeRootReadOnly()
            return try Descriptor.open("self/ns/mnt", at: proc)
        }
    }

    /// What every root has.
    private static func makePlaces(in root: String) throws(JailFailure) {
        try jailed("make the root's places", root) { () throws(Errno) in
            for directory in ["/proc", "/tmp", "/dev/shm", "/box", "/data"] {
                try Mounts.makeDirectories(root + directory)
            }
            for directory in ["/proc", "/store", "/empty"] {
                try Mounts.makeDirectories(root + hidden + directory, mode: 0o755)
            }
            for (name, target) in [("fd", ""), ("stdin", "/0"), ("stdout", "/1"), ("stderr", "/2")] {
                try Mounts.makeLink(root + "/dev/" + name, to: "/proc/self/fd" + target)
            }
            // A whole proc has to be in sight of the kernel before it lets a user namespace mount another
            // (mount_too_revealing in fs/namespace.c); a program sees neither, see `hidden`.
            let proc = try DetachedTree.clone("/proc", readOnly)
            try DetachedTree.attach(proc.number, at: root + hidden + "/proc")
            let store = try DetachedTree.clone(workshop + "/store", [.readOnly, .noSetuid, .noDevices, .noLinks])
            try DetachedTree.attach(store.number, at: root + hidden + "/store")
        }
    }

    private static func add(
        _ entry: RootPlan.Entry,
        to root: String,
        trees: [CInt]
    ) throws(JailFailure) {
        let place = root + entry.box
        try jailed("make \(entry.box) of the root", "\(entry.source)") { () throws(Errno) in
            if let slash = entry.box.lastIndex(of: "/"), slash != entry.box.startIndex {
                try Mounts.makeDirectories(root + entry.box[..<slash])
            }
            if case .link(let target) = entry.source {
                try Mounts.makeLink(place, to: target)
                return
            }
            if case .nothing = entry.source {
                let empty = try DetachedTree.clone(root + hidden + "/empty", readOnly)
                try DetachedTree.attach(empty.number, at: place)
                return
            }
            if entry.isDirectory {
                try Mounts.makeDirectories(place)
            } else {
                try Mounts.makeFile(place)
            }
            switch entry.source {
            case .tree(let index):
                guard trees.indices.contains(index) else { throw Errno(EBADF) }
                try DetachedTree.attach(trees[index], at: place)
            case .host(let path):
                // A device can be written to on a read-only mount; only its name, owner and mode cannot.
                let attributes: DetachedTree.Attributes =
                    entry.isDevice ? [.readOnly, .noSetuid, .noExecute] : readOnly
                let tree = try DetachedTree.clone(path, attributes)
                try DetachedTree.attach(tree.number, at: place)
            case .link, .nothing:
                break
            }
        }
    }
}

/// Does `body`; its errno becomes a failure of `operation` on `subject`.
func jailed<Value: ~Copyable>(
    _ operation: String,
    _ subject: String,
    _ body: () throws(Errno) -> Value
) throws(JailFailure) -> Value {
    do {
        return try body()
    } catch {
        throw JailFailure(operation: operation, subject: subject, errno: Int(error.number))
    }
}
