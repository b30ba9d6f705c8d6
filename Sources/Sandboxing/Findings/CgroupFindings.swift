internal import Core
internal import Linux

/// What enforces limits: cgroups, and what keeps memory in memory.
enum CgroupFindings {
    static func all(_ facts: HostFacts) -> [Finding] {
        [cgroups(facts), swap(facts), processNumbers(facts), LimitFinding.finding(facts)]
    }

    /// Whether boxes would be in cgroups of v2.
    static func isV2(_ facts: HostFacts) -> Bool {
        if case .v2? = support(facts) { true } else { false }
    }

    private static func support(_ facts: HostFacts) -> WorkerCgroups.Support? {
        facts.membership.map { membership in
            WorkerCgroups.support(membership, controllers: { facts.files[$0 + "/cgroup.controllers"] ?? "" })
        }
    }

    // MARK: - Cgroups

    private static func cgroups(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.limits, "cgroups", "cgroups")
        switch support(facts) {
        case nil:
            return .missing(
                subject,
                "/proc/self/cgroup cannot be read",
                command: facts.asRoot("mount -t proc proc /proc")
            )
        case .missing:
            return unsupported(facts, subject)
        case .v1(let unified, let memory, let pids):
            guard let closed = [unified, memory, pids].first(where: { !facts.writable.contains($0) }) else {
                return counting(facts, subject, "v1 (hybrid), below \(memory)")
            }
            return .missing(
                subject,
                "v1 (hybrid), and \(closed) is not ours to write",
                mend: facts.isRoot
                    ? "have it mounted for writing:"
                    : "start the machine with cgroup v2 only"
                        + (facts.hasSystemd ? " (systemd.unified_cgroup_hierarchy=1)" : "") + ", or run as root:",
                command: facts.isRoot
                    ? facts.container?.command()
                        ?? "mount -o remount,rw $(findmnt -n -o TARGET --target \(ShellWord.quoted(closed)))"
                    : "sudo assay doctor"
            )
        case .v2(let unified):
            guard facts.writable.contains(unified) else {
                return delegation(facts, subject, "v2, and \(unified) is not ours to write")
            }
            // The root cgroup alone may hand out controllers with processes in it.
            let others = facts.text(unified + "/cgroup.procs")?.split(separator: "\n").filter {
                $0 != "\(facts.process)"
            }
            if facts.files[unified + "/cgroup.type"] != nil, let others, !others.isEmpty {
                let count = others.count == 1 ? "another process is" : "\(others.count) other processes are"
                return delegation(
                    facts,
                    subject,
                    "v2, but \(count) in \(unified), too, which keeps it from being divided"
                )
            }
            return counting(facts, subject, "v2, below \(unified)")
        }
    }

    /// Whether all memory counts (`Documentation/admin-guide/kernel-parameters.txt`, cgroup.memory=).
    private static func counting(_ facts: HostFacts, _ subject: Finding.Subject, _ found: String) -> Finding {
        let parameter = facts.text("/proc/cmdline")?.split(whereSeparator: \.isWhitespace).first {
            $0.hasPrefix("cgroup.memory=") && $0.contains("nokmem")
        }
        guard let parameter else { return .ok(subject, found) }
        return .degraded(
            subject,
            "\(found), and what the kernel holds for a box counts against no limit",
            mend: "boot without \(parameter):",
            command: facts.starting(without: String(parameter))
        )
    }

    private static func unsupported(_ facts: HostFacts, _ subject: Finding.Subject) -> Finding {
        guard let unified = facts.membership?.unified else {
            // Where v1 is, it is beside that, in a small file system; else nobody can make a directory there.
            let place = "/sys/fs/cgroup"
            let hasOthers = (facts.files["/proc/self/mountinfo"] ?? "").contains(" \(place) ")
            return .missing(
                subject,
                "no unified hierarchy is mounted",
                command: facts.asRoot(
                    hasOthers
                        ? ["mkdir -p \(place)/unified", "mount -t cgroup2 none \(place)/unified"]
                        : ["mount -t cgroup2 none \(place)"]
                )
            )
        }
        let found = "our cgroup \(unified) has no memory and pids controllers"
        if facts.text("/proc/cmdline")?.contains("cgroup_disable=memory") == true {
            return .missing(
                subject,
                found,
                mend: "boot without cgroup_disable=memory:",
                command: facts.starting(without: "cgroup_disable=memory")
            )
        }
        return delegation(facts, subject, found)
    }

    /// A cgroup that is ours alone.
    private static func delegation(_ facts: HostFacts, _ subject: Finding.Subject, _ found: String) -> Finding {
        if let container = facts.container {
            return .missing(
                subject,
                found,
                mend: container.mend(
                    docker: "--cgroupns=private and a writable /sys/fs/cgroup",
                    kubernetes: "a cgroup of the node mounted writable"
                ),
                command: container.command()
            )
        }
        guard !facts.hasSystemd else {
            return .missing(
                subject,
                found,
                mend: "start assay in a cgroup of its own (in a unit: Delegate=yes):",
                command: "systemd-run\(facts.isRoot ? "" : " --user") --scope -p Delegate=yes assay doctor"
            )
        }
        // Without systemd. Whoever starts assay must not stay in its cgroup.
        let root = "/sys/fs/cgroup"
        let enter = "echo +memory +pids > \(root)/cgroup.subtree_control && mkdir -p \(root)/assay"
        let (user, group) = (facts.ids.user, facts.ids.group)
        let become =
            facts.isRoot ? "" : "setpriv --reuid=\(user) --regid=\(group) --init-groups "
        let give = facts.isRoot ? "" : " && chown -R \(user):\(group) \(root)/assay"
        return .missing(
            subject,
            found,
            mend: "start assay in a cgroup of its own:",
            command: facts.asRoot("sh -c '\(enter)\(give) && echo $$ > \(root)/assay/cgroup.procs && ")
                + "exec \(become)assay doctor'"
        )
    }

    // MARK: - Memory and processes

    private static func swap(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.limits, "swap", "swap")
        let count = max(0, (facts.files["/proc/swaps"] ?? "").split(separator: "\n").count - 1)
        guard count > 0 else { return .ok(subject, "none") }
        guard !isV2(facts) else { return .ok(subject, "in use by the host; boxes are kept off it") }
        return .degraded(
            subject,
            "in use by the host, and cgroup v1 can only ask the kernel to keep boxes off it",
            command: facts.asRoot("swapoff -a")
        )
    }

    private static func processNumbers(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.limits, "processes", "processes")
        let settings = ["pid_max", "threads-max"].compactMap { name in
            facts.number("/proc/sys/kernel/" + name).map { ("kernel." + name, $0) }
        }
        // What a slot's programs may have by themselves, beside jailers and compilers.
        let wanted = 256 * facts.processors + 512
        let limit = facts.least([
            (facts.membership?.unified, "pids.max"), (facts.membership?.v1["pids"], "pids.max"),
        ])
        if let limit, limit.number < wanted {
            let found = "\(limit.owner) may have \(limit.number), and \(wanted) could be needed"
            guard let container = facts.container else {
                return .degraded(
                    subject,
                    found,
                    mend: "raise it (TasksMax= of a unit):",
                    command: facts.lifting(limit, property: "TasksMax=infinity")
                )
            }
            return .degraded(
                subject,
                found,
                mend: container == .kubernetes
                    ? "raise podPidsLimit of the node's kubelet, as by this on the node:"
                    : container.mend(docker: "--pids-limit=-1", kubernetes: ""),
                command: container == .kubernetes
                    ? "sudo sed -i '/^podPidsLimit:/d' /var/lib/kubelet/config.yaml && sudo systemctl restart kubelet"
                    : container.command("--pids-limit=-1")
            )
        }
        if let (name, value) = settings.first(where: { $0.1 < 4 * wanted }) {
            return .degraded(
                subject,
                "the machine may have \(value) (\(name))",
                command: facts.setting(name, to: "\(max(32768, 4 * wanted))")
            )
        }
        return .ok(subject, settings.map { "\($0.0.dropFirst("kernel.".count)) \($0.1)" }.joined(separator: ", "))
    }
}
