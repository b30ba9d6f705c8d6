import Core
import Glibc
import Linux
import SandboxTesting

/// Processes that should not be there.
enum ProcessView {
    static func things(_ crew: Crew) -> [String: String] {
        var things: [String: String] = [:]
        for process in crew.processes where !process.isZombie {
            let name = "\(process.name) \(process.number)"
            if process.isMarked { things["program " + name] = "runs" }
            if !crew.programIDs.isEmpty, let user = process.user, crew.programIDs.contains(user) {
                things["somebody with a program's id " + name] = "runs"
            }
        }
        // The init of a box that stands ready for its next run may be there, and no other.
        for (index, jailer) in crew.jailers.enumerated() {
            let inits = crew.initials(of: jailer)
            if inits > 1 { things["inits of jailer \(index)"] = "\(inits)" }
        }
        return things
    }
}

/// The host's mounts, and those of each root that a jailer is in.
enum MountView {
    static func things(_ crew: Crew, _ memory: HostMemory) -> [String: String] {
        var things: [String: String] = [:]
        for line in HostProcess.lines(of: "/proc/self/mountinfo") { things["mount \(line)"] = "there" }
        for (index, jailer) in crew.jailers.enumerated() {
            // Which root it is in depends on its last run.
            guard let namespace = HostDirectory.target(ofLink: "/proc/\(jailer)/ns/mnt") else { continue }
            // A file of the host that was replaced while it is shown says so here: not a box's doing.
            let lines = HostProcess.lines(of: "/proc/\(jailer)/mountinfo").joined(separator: "\n")
                .replacing("//deleted", with: "")
            if memory.change(of: "jailer \(index) \(namespace)", now: lines) != nil {
                things["mounts of jailer \(index) in \(namespace)"] = "not as at first"
            }
            for kind in ["net", "user", "ipc", "uts", "cgroup", "pid"] {
                things["\(kind) namespace of jailer \(index)"] =
                    HostDirectory.target(ofLink: "/proc/\(jailer)/ns/\(kind)") ?? "gone"
            }
        }
        return things
    }
}

/// The directories of our cgroups, and who is in them.
enum CgroupView {
    static func things(_ crew: Crew) -> [String: String] {
        var things: [String: String] = [:]
        for top in SandboxUnderTest.cgroups() {
            for path in ScratchDirectory.contents(of: top) + [top] {
                if HostDirectory.kind(of: path) == .directory { things["cgroup \(path)"] = "there" }
                // Where jailers are there are inits as well, which are looked at among the processes.
                guard path.hasSuffix("/cgroup.procs"), !path.hasSuffix("/jailer/cgroup.procs") else { continue }
                let others = HostProcess.lines(of: path).compactMap { Int($0) }
                    .filter { !crew.jailers.contains($0) && !crew.sweepers.contains($0) && $0 != crew.worker }
                if !others.isEmpty { things["processes in \(path)"] = "\(others)" }
            }
        }
        return things
    }
}

/// The state directory: artifacts come, and do not change; nothing is half written.
enum StateDirectoryView {
    static func things(_ memory: HostMemory) -> [String: String] {
        guard let state = SandboxUnderTest.state else { return [:] }
        var things: [String: String] = [:]
        var present: Set<String> = []
        for path in ScratchDirectory.contents(of: state) {
            if SandboxUnderTest.isTemporary(path) { things["draft \(path)"] = "there" }
            guard path.contains("/artifacts/"), !path.contains("/notes/"), HostDirectory.kind(of: path) == .file else {
                continue
            }
            let name = "artifact \(path)"
            present.insert(name)
            if let change = memory.change(of: name, now: FileFacts(path).lasting) { things[name] = change }
        }
        for name in memory.names(beginningWith: "artifact ") where !present.contains(name) { things[name] = "gone" }
        let running = (try? HostDirectory.entries(of: state + "/running").count) ?? -1
        things["lock files of workers"] = "\(running)"
        return things
    }
}

/// Places in which everybody may leave something.
enum TemporaryFilesView {
    /// What hostile programs call what they leave, where they may choose.
    private static let names: Set<String> = [
        "escape", "escape-fifo", "sem.escape", "left", "large", "sparse", "link", "copy", "file", "mem", "disk", "kmsg",
    ]

    static func things(_ crew: Crew) -> [String: String] {
        var things: [String: String] = [:]
        let own = (try? ScratchDirectory.shared.get()) ?? ""
        // What tools of the tests make there under names of their own belongs to the user, too.
        let mine = SandboxUnderTest.hasTwoIDs ? crew.programIDs : [Int(getuid())]
        for directory in ["/tmp", "/var/tmp", "/dev/shm", "."] {
            guard let stream = opendir(directory) else { continue }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                var status = stat()
                // Its name as a string only where it matters: there can be very many.
                let (isThere, name) = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
                        (
                            fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0,
                            names.contains { strcmp(name, $0) == 0 } || mine.contains(Int(status.st_uid))
                                || strncmp(name, "core", 4) == 0 ? String(cString: name) : ""
                        )
                    }
                }
                let path = directory + "/" + name
                guard isThere, !name.isEmpty, name != ".", name != "..", path != own else { continue }
                let isNamed = names.contains(name)
                let isCore = directory == "." && name.hasPrefix("core")
                if mine.contains(Int(status.st_uid)) && directory != "." || isNamed || isCore {
                    things[path] = "of \(status.st_uid)"
                }
            }
        }
        return things
    }
}

/// What the host's processes share without files.
enum InterprocessView {
    static func things() -> [String: String] {
        var things: [String: String] = [:]
        for kind in ["shm", "msg", "sem"] {
            for line in HostProcess.lines(of: "/proc/sysvipc/" + kind).dropFirst() {
                // Key, id and mode; the rest are times and users.
                things["\(kind) \(line.split(separator: " ").prefix(3).joined(separator: " "))"] = "there"
            }
        }
        for entry in (try? HostDirectory.entries(of: "/dev/mqueue")) ?? [] { things["queue \(entry.name)"] = "there" }
        return things
    }
}

/// Sockets by name on the host, and all of them in the slots' network namespaces.
enum SocketView {
    private static let names = ["@assay", "@escape", "@hostile"]

    static func things(_ crew: Crew, _ canaries: Canaries) -> [String: String] {
        var things: [String: String] = [:]
        for line in HostProcess.lines(of: "/proc/self/net/unix") {
            guard let name = line.split(separator: " ").last, names.contains(where: name.hasPrefix) else { continue }
            things["socket \(name)"] = "there"
        }
        for (index, jailer) in crew.jailers.enumerated() {
            for table in ["unix", "netlink", "packet"] {
                let count = HostProcess.lines(of: "/proc/\(jailer)/net/\(table)").count
                things["\(table) sockets beside jailer \(index)"] = "\(count)"
            }
            // Of the other kinds the sums: to go through their tables takes the kernel a hundred times as long.
            for line in ["sockstat", "sockstat6"].flatMap({ HostProcess.lines(of: "/proc/\(jailer)/net/\($0)") })
            where !line.hasPrefix("sockets:") {
                let words = line.split(separator: " ")
                things["\(words[0]) sockets beside jailer \(index)"] = words.dropFirst().prefix(2).joined(
                    separator: " "
                )
            }
        }
        things["calls at the listener on 127.0.0.1"] = canaries.hasCallerOnLoopback ? "some" : "none"
        things["calls at the listener with an abstract name"] = canaries.hasCallerByName ? "some" : "none"
        return things
    }
}

extension SocketView {
    /// The sockets of ours that wait for calls, by their table and what that says of them.
    static func listeners(of crew: Crew) -> [String] {
        var own: Set<Substring> = []
        for member in crew.members {
            let directory = "/proc/\(member.number)/fd"
            for entry in (try? HostDirectory.entries(of: directory)) ?? [] {
                let target = HostDirectory.target(ofLink: "\(directory)/\(entry.name)") ?? ""
                if target.hasPrefix("socket:[") { own.insert(target.dropFirst("socket:[".count).dropLast()) }
            }
        }
        var found: [String] = []
        for (table, inode, state, listening) in [("tcp", 9, 3, "0A"), ("tcp6", 9, 3, "0A"), ("unix", 6, 3, "00010000")]
        {
            for line in HostProcess.lines(of: "/proc/self/net/\(table)").dropFirst() {
                let fields = line.split(separator: " ")
                guard fields.count > inode, own.contains(fields[inode]), fields[state] == listening else { continue }
                found.append("\(table): \(line)")
            }
        }
        return found
    }
}

/// Descriptors by kind: what somebody forgot to close, or has been handed.
enum DescriptorView {
    static func things(_ crew: Crew, _ memory: HostMemory) -> [String: String] {
        var things: [String: String] = [:]
        for member in crew.members {
            let kinds = kinds(of: member)
            if let count = kinds[pidfd], count > 4 { things["pidfds of \(member.name)"] = "\(count)" }
            let text = kinds.filter { $0.key != pidfd }.map { "\($0.key): \($0.value)" }.sorted().joined(
                separator: ", "
            )
            // A box that stands ready for its next run has some, always the same.
            let ready = crew.initials(of: member.number)
            let name = "descriptors of \(member.name)" + (ready > 0 ? " with a box that stands ready" : "")
            if let change = memory.change(of: name, now: text) { things[name] = change }
        }
        return things
    }

    /// Of its last boxes a jailer knows the inits until it needs their places: there may be more or fewer of these.
    private static let pidfd = "anon_inode:[pidfd]"

    private static func kinds(of member: (name: String, number: Int)) -> [String: Int] {
        var kinds: [String: Int] = [:]
        let directory = "/proc/\(member.number)/fd"
        for entry in (try? HostDirectory.entries(of: directory)) ?? [] {
            guard let target = HostDirectory.target(ofLink: "\(directory)/\(entry.name)") else { continue }
            let kind = String(target.prefix { $0 != "[" || target.hasPrefix("anon_inode") })
            // A jailer keeps one for each root it has made; a worker's own look at /proc is one, too.
            if kind == "mnt:" || kind.hasPrefix("/proc/") { continue }
            // Files for output are kept for the next run, as many as ran at once.
            if member.name == "worker", kind.hasPrefix("/memfd:") { continue }
            kinds[kind, default: 0] += 1
        }
        return kinds
    }
}
