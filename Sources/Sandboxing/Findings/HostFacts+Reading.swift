internal import Core
internal import Linux

extension HostFacts {
    /// Files whose text counts.
    private static let readPaths = [
        "/proc/self/cgroup", "/proc/self/mountinfo", "/proc/self/status", "/proc/self/attr/current", "/proc/swaps",
        "/proc/meminfo", "/proc/cmdline", "/proc/cpuinfo", "/proc/1/cgroup",
        "/proc/sys/kernel/osrelease", "/proc/sys/kernel/unprivileged_userns_clone",
        "/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "/proc/sys/kernel/seccomp/actions_avail",
        "/proc/sys/kernel/randomize_va_space", "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/pid_max",
        "/proc/sys/kernel/threads-max", "/proc/sys/vm/overcommit_memory", "/proc/sys/vm/max_map_count",
        "/proc/sys/user/max_user_namespaces", "/proc/sys/user/max_pid_namespaces", "/proc/sys/user/max_mnt_namespaces",
        "/proc/sys/user/max_ipc_namespaces", "/proc/sys/user/max_uts_namespaces", "/proc/sys/user/max_net_namespaces",
        "/proc/sys/user/max_cgroup_namespaces",
        "/run/systemd/container", "/sys/kernel/security/lsm",
        "/sys/fs/selinux/enforce",
        "/sys/kernel/mm/transparent_hugepage/enabled", "/sys/devices/system/cpu/smt/active",
        "/sys/devices/system/cpu/smt/control", "/sys/devices/system/cpu/intel_pstate/no_turbo",
        "/sys/devices/system/cpu/cpufreq/boost",
        "/sys/devices/system/clocksource/clocksource0/current_clocksource",
        "/sys/devices/system/clocksource/clocksource0/available_clocksource",
        "/etc/apparmor.d/assay-jailer", "/etc/os-release",
    ]

    /// Files of which it counts that they are there.
    private static let knownPaths = [
        "/.dockerenv", "/run/.containerenv", "/run/systemd/system",
        "/var/run/secrets/kubernetes.io/serviceaccount/namespace", "/proc/self/ns/user", "/proc/self/ns/cgroup",
        "/proc/self/ns/time",
    ]

    /// Reads what this host says, changing nothing.
    static func read(_ configuration: Sandbox.Configuration) -> HostFacts {
        var facts = HostFacts(
            user: Identity.user,
            group: Identity.group,
            architecture: HostEnvironment.architecture,
            state: configuration.state,
            jailer: configuration.jailer
        )
        facts.sandboxes = configuration.sandboxes
        facts.process = Processes.ownNumber
        facts.processors = max(1, Processors.allowed.count)
        do throws(Errno) {
            facts.landlock = try Landlock.kernelVersion()
        } catch {
            facts.landlockRefusal = "\(error)"
        }
        facts.isBarredFromPrivileges = Identity.isBarredFromPrivileges
        facts.ids = HostIDFacts.current(stated: configuration.ids)
        facts.account = facts.isRoot ? nil : Account(user: Identity.user)?.name
        for path in readPaths { facts.read(path) }
        for path in knownPaths where HostDirectory.kind(of: path) != nil { facts.files[path] = "" }
        facts.isVirtual = facts.text("/proc/cpuinfo")?.contains(" hypervisor") == true
        facts.files["/proc/cpuinfo"] = nil
        facts.readProcessors()
        facts.readCgroups()
        for name in resourceNames {
            if let limit = ResourceLimit(named: name) { facts.limits[name] = Limit(soft: limit.soft, hard: limit.hard) }
        }
        facts.readState()
        facts.readInstallation(configuration)
        return facts
    }

    private mutating func read(_ path: String) {
        if let bytes = try? KernelText.read(path) { files[path] = String(decoding: bytes, as: UTF8.self) }
    }

    /// One file for each processor, or each known mistake of theirs.
    private mutating func readProcessors() {
        let machine = "/sys/devices/system/cpu"
        for policy in HostDirectory.subdirectories(of: machine + "/cpufreq") {
            read("\(machine)/cpufreq/\(policy)/scaling_governor")
            read("\(machine)/cpufreq/\(policy)/boost")
        }
        for entry in (try? HostDirectory.entries(of: machine + "/vulnerabilities")) ?? [] {
            read("\(machine)/vulnerabilities/\(entry.name)")
        }
    }

    /// Our own cgroups, and the limits of those above them.
    private mutating func readCgroups() {
        guard let membership else { return }
        let own: [(directory: String?, names: [String])] = [
            (membership.unified, ["cgroup.controllers", "cgroup.procs", "cgroup.type"]), (membership.v1["memory"], []),
            (membership.v1["pids"], []),
        ]
        for case (let directory?, let names) in own {
            if HostDirectory.isWritable(directory) { writable.insert(directory) }
            for name in names { read("\(directory)/\(name)") }
        }
        // A limit counts for all that is below it.
        let limits: [(directory: String?, names: [String])] = [
            (membership.unified, ["cpu.max", "memory.max", "pids.max"]),
            (membership.v1["memory"], ["memory.limit_in_bytes"]),
            (membership.v1["pids"], ["pids.max"]),
            (membership.v1["cpu"], ["cpu.cfs_quota_us", "cpu.cfs_period_us"]),
        ]
        for case (let directory?, let names) in limits {
            for cgroup in HostFacts.upwards(from: directory) {
                guard HostDirectory.kind(of: cgroup + "/cgroup.procs") != nil else { break }
                for name in names { read("\(cgroup)/\(name)") }
            }
        }
    }

    private mutating func readState() {
        var existing = state.path
        while HostDirectory.kind(of: existing) == nil, let slash = existing.lastIndex(of: "/") {
            existing = slash == existing.startIndex ? "/" : String(existing[..<slash])
        }
        state.existing = existing
        if HostDirectory.isWritable(existing) { writable.insert(existing) }
        volume = try? Volume(of: existing)
    }

    private mutating func readInstallation(_ configuration: Sandbox.Configuration) {
        do throws(ExecutorFailure) {
            _ = try JailerFile(path: configuration.jailer)
        } catch {
            faults["jailer"] = error.description
        }
        let directory = configuration.sandboxes + "/policies"
        let shelf = PolicyShelf(directory: directory)
        do throws(ExecutorFailure) {
            // Those that are always there, though their file may not be, and whatever else languages are run under.
            let names = ["native", "scripting", "managed", "compiler"]
            for name in names + (try shelf.names()).filter({ !names.contains($0) }) {
                _ = try shelf.filter(named: name)
                policies.append(name)
            }
            files[directory] = ""
        } catch {
            faults["policies"] = error.description
        }
        let etc = configuration.sandboxes + "/etc"
        for name in Root.ownFilesOfEtc where faults["etc"] == nil {
            do throws(Errno) {
                _ = try HostFile.read("\(etc)/\(name)", limit: .mebibytes(1))
            } catch {
                faults["etc"] = "\(etc)/\(name): \(error)"
            }
        }
    }
}
