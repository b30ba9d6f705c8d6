internal import Linux

/// Room for what is kept and for what runs.
enum RoomFindings {
    static func all(_ facts: HostFacts) -> [Finding] {
        [state(facts), memory(facts), overcommit(facts), mappings(facts)]
    }

    private static func state(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.room, "state", "state directory")
        let elsewhere = "choose a directory of ours with room, as in:"
        let choose = "export ASSAY_STATE=/var/tmp/assay"
        let (path, existing) = facts.state
        guard let volume = facts.volume else {
            return .missing(subject, "\(existing) cannot be looked at", mend: elsewhere, command: choose)
        }
        guard facts.writable.contains(existing), !volume.isReadOnly else {
            return .missing(subject, "\(existing) is not ours to write", mend: elsewhere, command: choose)
        }
        // As /proc and /sys.
        guard volume.size > 0 else {
            return .missing(subject, "\(existing) holds no files of ours", mend: elsewhere, command: choose)
        }
        let room = size(volume.available)
        let files = volume.inodes > 0 ? ", \(volume.availableInodes) files" : ""
        // The artifacts that are kept; below the smaller figure not even one compiler's may have room.
        let isFull = volume.available < 256 << 20 || volume.inodes > 0 && volume.availableInodes < 1024
        guard !isFull else {
            return .missing(subject, "\(path) has room for \(room)\(files) only", mend: elsewhere, command: choose)
        }
        let isTight = volume.available < 2 << 30 || volume.inodes > 0 && volume.availableInodes < 16_384
        guard !isTight else {
            return .degraded(
                subject,
                "\(path) has room for \(room)\(files): artifacts may take 2 GiB",
                mend: "make room, or " + elsewhere,
                command: choose
            )
        }
        if isInMemory(existing, facts) {
            return .ok(subject, "\(path), in memory: \(room)\(files) free")
        }
        return .ok(subject, "\(path): \(room)\(files) free")
    }

    /// Whether the directory is in a tmpfs: the mount whose place is the longest beginning of its path.
    private static func isInMemory(_ path: String, _ facts: HostFacts) -> Bool {
        var best: (place: Substring, type: Substring) = ("", "")
        for line in (facts.files["/proc/self/mountinfo"] ?? "").split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard let dash = fields.firstIndex(of: "-"), fields.count > dash + 1, fields.count > 4 else { continue }
            let place = fields[4]
            let isAbove = place == "/" || path == place || path.hasPrefix(place + "/")
            if isAbove, place.count >= best.place.count { best = (place, fields[dash + 1]) }
        }
        return best.type == "tmpfs"
    }

    private static func memory(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.room, "memory", "memory")
        guard let total = facts.number("MemTotal", in: "/proc/meminfo"),
            let available = facts.number("MemAvailable", in: "/proc/meminfo")
        else { return .ok(subject, "not told") }
        // A slot's memory limit by default is 512 MiB, and a virtual machine gets something on top.
        let slot = 768 << 20
        let wanted = facts.processors * slot
        let membership = facts.membership
        // Without a limit v1 tells a number that no machine has.
        let limit = facts.least([
            (membership?.unified, "memory.max"), (membership?.v1["memory"], "memory.limit_in_bytes"),
        ])
        if let limit, limit.number < min(wanted, available << 10) {
            let slots = "\(facts.processors) slots may take \(size(wanted))"
            return .degraded(
                subject,
                "\(limit.owner) may have \(size(limit.number)): \(slots)",
                mend: facts.container?.mend(
                    docker: "--memory=\(wanted)",
                    kubernetes: "resources: {limits: {memory: \(wanted)}}"
                ) ?? "judge with fewer slots (--slots \(max(1, limit.number / slot))), or lift it:",
                command: facts.container?.command() ?? facts.lifting(limit, property: "MemoryMax=infinity")
            )
        }
        let found = "\(size(total << 10)), of which \(size(available << 10)) are available"
        guard available << 10 < wanted else { return .ok(subject, found) }
        return .degraded(
            subject,
            "\(found): \(facts.processors) slots may take \(size(wanted))",
            mend: "give it more memory, or judge with fewer slots:",
            command: "assay worker --slots \(max(1, (available << 10) / slot))"
        )
    }

    private static func overcommit(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.room, "overcommit", "overcommit")
        let names = [0: "by guess", 1: "always", 2: "never"]
        guard let value = facts.number("/proc/sys/vm/overcommit_memory") else { return .ok(subject, "not told") }
        guard value == 2 else { return .ok(subject, names[value] ?? "\(value)") }
        return .degraded(
            subject,
            "never (vm.overcommit_memory=2): Java, Go and JavaScript reserve more than they use, and fail",
            command: facts.setting("vm.overcommit_memory", to: "0")
        )
    }

    private static func mappings(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.room, "mappings", "mappings")
        let path = "/proc/sys/vm/max_map_count"
        guard let value = facts.number(path) else { return .ok(subject, "not told") }
        guard value < 65_530 else { return .ok(subject, "up to \(value) a process") }
        return .degraded(
            subject,
            "up to \(value) a process (vm.max_map_count): garbage collectors may need more",
            command: facts.setting("vm.max_map_count", to: "65530")
        )
    }

    /// A size as people read it, as in `3.8 GiB`.
    private static func size(_ bytes: Int) -> String {
        let tenths = bytes / ((1 << 30) / 10)
        if tenths >= 100 { return "\(tenths / 10) GiB" }
        if tenths >= 10 { return "\(tenths / 10).\(tenths % 10) GiB" }
        return "\(bytes >> 20) MiB"
    }
}
