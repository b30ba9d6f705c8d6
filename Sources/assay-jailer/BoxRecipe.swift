internal import CBox
internal import Glibc
internal import JailProtocol

/// The steps by which a box's init furnishes the box, in their order.
///
/// Pure: texts are named by their place in `texts`.
struct BoxRecipe {
    /// One step; see `struct box_step`.
    struct Step {
        var operation: box_operation
        var path: Int?
        var source: Int?
        var type: Int?
        var data: Int?
        var mode: UInt32 = 0
        var flags: UInt64 = 0
        var offset: UInt64 = 0
        var length: UInt64 = 0
        var descriptor: CInt = -1
        var owner: UInt32 = 0
    }

    private(set) var texts: [String] = []
    private(set) var steps: [Step] = []
    /// The private file systems of the box: where its programs may write.
    private(set) var writable: [String] = []

    private static let quiet = UInt64(MS_NOSUID) | UInt64(MS_NODEV)
    private static let proc = quiet | UInt64(MS_NOEXEC) | UInt64(MS_RDONLY)

    init(_ box: BoxPlan, bundle: CInt, programID: UInt32) {
        let size = "size=\(box.scratchBytes),nr_inodes=\(box.inodes)"
        // Read-only: a program could otherwise take its oom_score_adj back. subset=pid leaves nothing of the kernel's but
        // processes; hidepid=2 leaves only the program's own.
        mount("proc", at: "/proc", type: "proc", data: "subset=pid,hidepid=2", flags: Self.proc)
        memory(at: "/tmp", "mode=1777,\(size)")
        memory(at: "/dev/shm", "mode=1777,\(size)")
        let own = "mode=755,uid=\(programID),gid=\(programID),\(size)"
        if box.artifact.isEmpty {
            memory(at: "/box", own)
        } else {
            // The bind takes the flags of the mount it comes from: read-only, nosuid, nodev, nosymfollow.
            mount(PreparedRoots.hidden + "/store/" + box.artifact, at: "/box", flags: UInt64(MS_BIND))
        }
        if (box.files.map(\.path) + box.directories).contains(where: { $0.hasPrefix("/data") }) {
            memory(at: "/data", own)
        }
        for directory in box.directories {
            let path = text(directory)
            steps.append(Step(operation: BOX_MKDIR, path: path, mode: 0o755, owner: programID))
        }
        for file in box.files {
            let path = text(file.path)
            steps.append(
                Step(
                    operation: BOX_COPY,
                    path: path,
                    mode: file.isExecutable ? 0o755 : 0o644,
                    offset: UInt64(file.offset),
                    length: UInt64(file.length),
                    descriptor: bundle,
                    owner: programID
                )
            )
        }
        // Last of all: the store and the whole proc disappear under an empty directory. The mounts above needed them,
        // and the program must not reach them; without capabilities it cannot take the cover off.
        mount(PreparedRoots.hidden + "/empty", at: PreparedRoots.hidden, flags: UInt64(MS_BIND))
    }

    private mutating func memory(at path: String, _ options: String) {
        mount("tmpfs", at: path, type: "tmpfs", data: options, flags: Self.quiet)
        writable.append(path)
    }

    private mutating func mount(
        _ source: String,
        at path: String,
        type: String? = nil,
        data: String? = nil,
        flags: UInt64
    ) {
        var step = Step(operation: BOX_MOUNT, path: text(path))
        step.source = text(source)
        if let type { step.type = text(type) }
        if let data { step.data = text(data) }
        step.flags = flags
        steps.append(step)
    }

    private mutating func text(_ text: String) -> Int {
        texts.append(text)
        return texts.count - 1
    }
}
