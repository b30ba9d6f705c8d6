internal import Core
internal import Linux

/// What this host can enforce for this user, found out without changing it; last, by making a box.
public enum HostCheck {
    /// Looks at everything that boxes depend on.
    ///
    /// - Parameter configuration: What a sandbox would be started with.
    /// - Returns: The findings in the order in which to mend them.
    public static func findings(_ configuration: Sandbox.Configuration) async -> [Finding] {
        var findings = [user(configuration), kernel, userNamespaces, cgroups, swap, proc, seccomp, coreLimit]
        findings.append(jailer(configuration.jailer))
        findings.append(policies(configuration.sandboxes))
        findings.append(landlock)
        if findings.contains(where: { $0.state == .missing }) {
            findings.append(Finding("a box", .missing, found: "not tried", mend: "mend what is missing above first"))
        } else {
            findings.append(await box(configuration))
        }
        return findings
    }

    // MARK: - The kernel

    private static func user(_ configuration: Sandbox.Configuration) -> Finding {
        let user = Identity.user == 0 ? "root" : "uid \(Identity.user)"
        do throws(ExecutorFailure) {
            let ids = try HostIDChoice(HostIDFacts.current(stated: configuration.ids))
            return Finding("user", .ok, found: "\(user): \(ids)")
        } catch {
            return Finding("user", .missing, found: "\(user): \(error)", mend: "see docs/sandbox.md, Host ids")
        }
    }

    private static var kernel: Finding {
        let release = Processes.kernelRelease
        let numbers = release.split(whereSeparator: { !$0.isNumber }).prefix(2).compactMap { Int($0) }
        // Behind these are cgroup.kill, and on v2 memory.peak.
        var wanted = (5, 14)
        if let membership = try? CgroupMembership.current(), case .v2 = WorkerCgroups.support(membership) {
            wanted = (5, 19)
        }
        let isEnough = numbers.count == 2 && (numbers[0], numbers[1]) >= wanted
        return Finding(
            "kernel",
            isEnough ? .ok : .missing,
            found: release,
            mend: "Linux \(wanted.0).\(wanted.1) or newer is needed"
        )
    }

    private static var userNamespaces: Finding {
        let name = "user namespaces"
        let maximum = number("/proc/sys/user/max_user_namespaces") ?? 0
        guard maximum > 0 else {
            return Finding(name, .missing, found: "none are allowed", mend: "sysctl -w user.max_user_namespaces=10000")
        }
        guard Identity.user != 0 else { return Finding(name, .ok, found: "up to \(maximum)") }
        for (setting, wanted) in [("unprivileged_userns_clone", 1), ("apparmor_restrict_unprivileged_userns", 0)] {
            if let value = number("/proc/sys/kernel/" + setting), value != wanted {
                return Finding(
                    name,
                    .missing,
                    found: "not for ordinary users (kernel.\(setting)=\(value))",
                    mend: "sysctl -w kernel.\(setting)=\(wanted), or run as root"
                )
            }
        }
        return Finding(name, .ok, found: "up to \(maximum), for ordinary users too")
    }

    private static var cgroups: Finding {
        let name = "cgroups"
        guard let membership = try? CgroupMembership.current() else {
            return Finding(name, .missing, found: "/proc/self/cgroup cannot be read", mend: "mount /proc")
        }
        let directories: [String]
        let version: String
        switch WorkerCgroups.support(membership) {
        case .missing(let cause): return Finding(name, .missing, found: "not usable", mend: cause)
        case .v1(let unified, let memory, let pids): (directories, version) = ([unified, memory, pids], "v1 (hybrid)")
        case .v2(let unified): (directories, version) = ([unified], "v2")
        }
        for directory in directories where !HostDirectory.isWritable(directory) {
            return Finding(
                name,
                .missing,
                found: "\(version), but \(directory) is not ours to write",
                mend: "systemd-run --user --scope -p Delegate=yes assay …, or run as root"
            )
        }
        return Finding(name, .ok, found: "\(version), below \(directories[0])")
    }

    private static var swap: Finding {
        let swaps = String(decoding: (try? KernelText.read("/proc/swaps")) ?? [], as: UTF8.self).split(separator: "\n")
        return swaps.count <= 1
            ? Finding("swap", .ok, found: "none")
            : Finding("swap", .ok, found: "\(swaps.count - 1) in use by the host; boxes are kept off it")
    }

    private static var proc: Finding {
        let mounts = String(decoding: (try? KernelText.read("/proc/self/mountinfo")) ?? [], as: UTF8.self)
        let masks = mounts.split(separator: "\n").compactMap { line -> String? in
            let fields = line.split(separator: " ")
            guard fields.count > 5, fields[4].hasPrefix("/proc/"), !fields[4].hasPrefix("/proc/sys/fs/binfmt_misc")
            else {
                return nil
            }
            return String(fields[4])
        }
        guard let first = masks.first else { return Finding("/proc", .ok, found: "whole") }
        return Finding(
            "/proc",
            .missing,
            found: "masked by a container (\(first)): the kernel then lets no box mount one of its own",
            mend: "Docker: --security-opt systempaths=unconfined; Kubernetes: securityContext.procMount: Unmasked"
        )
    }

    private static var seccomp: Finding {
        let actions = String(
            decoding: (try? KernelText.read("/proc/sys/kernel/seccomp/actions_avail")) ?? [],
            as: UTF8.self
        )
        return actions.split(whereSeparator: \.isWhitespace).contains("user_notif")
            ? Finding("seccomp", .ok, found: "with notification")
            : Finding(
                "seccomp",
                .missing,
                found: "no notification",
                mend: "a kernel with CONFIG_SECCOMP_FILTER is needed"
            )
    }

    private static var coreLimit: Finding {
        // Root raises the limit by itself.
        guard Identity.user != 0, Processes.hardCoreLimitIsZero else {
            return Finding("core limit", .ok, found: "can be set to 1 byte, which keeps core handlers out")
        }
        return Finding(
            "core limit",
            .missing,
            found: "the hard limit is 0, at which the kernel may still start a core handler",
            mend: "raise it to 1 or more: ulimit -Hc unlimited, or LimitCORE=infinity in the unit"
        )
    }

    private static var landlock: Finding {
        guard let kernel = Landlock.kernelVersion else {
            return Finding(
                "landlock",
                .optional,
                found: "not in this kernel: one wall of several",
                mend: "a kernel with CONFIG_SECURITY_LANDLOCK, booted with landlock in lsm="
            )
        }
        let used = Landlock.version
        return used > 0
            ? Finding("landlock", .ok, found: "version \(kernel), of which \(used) is used")
            : Finding(
                "landlock",
                .optional,
                found: "version \(kernel) is too old",
                mend: "Linux 5.19 or newer is needed"
            )
    }

    // MARK: - Ours

    private static func jailer(_ path: String) -> Finding {
        do throws(ExecutorFailure) {
            _ = try JailerFile(path: path)
            return Finding("jailer", .ok, found: path)
        } catch {
            return Finding("jailer", .missing, found: error.description, mend: "make build")
        }
    }

    private static func policies(_ directory: String) -> Finding {
        let shelf = PolicyShelf(directory: directory + "/policies")
        do throws(ExecutorFailure) {
            for name in ["native", "scripting", "managed", "compiler"] { _ = try shelf.filter(named: name) }
            return Finding("policies", .ok, found: directory + "/policies")
        } catch {
            return Finding("policies", .missing, found: error.description, mend: "reinstall Assay")
        }
    }

    /// Makes a box and runs in it the one static program that is surely there: the jailer, which then says that it is
    /// started by nobody but us and exits with code 3.
    private static func box(_ configuration: Sandbox.Configuration) async -> Finding {
        let name = "a box"
        do throws(ExecutorFailure) {
            let sandbox = try Sandbox(configuration)
            defer { stop(sandbox) }
            let outcome = try await sandbox.run(
                Command(
                    arguments: ["/trial"],
                    root: Root(entries: [.bind(host: configuration.jailer, box: "/trial")]),
                    policy: "native",
                    workspace: .scratch,
                    limits: Limits(cpuTime: .seconds(2))
                )
            )
            guard outcome.termination == .exited(code: 3), outcome.stop == nil else {
                return Finding(
                    name,
                    .missing,
                    found: "the trial ended otherwise: \(outcome.termination)",
                    mend: "report this"
                )
            }
            return Finding(name, .ok, found: "made, run and removed (\(sandbox.mode))")
        } catch {
            return Finding(
                name,
                .missing,
                found: error.description,
                mend: "see above; docs/sandbox.md says what is needed"
            )
        }
    }

    private static func stop(_ sandbox: Sandbox) { sandbox.stop() }

    private static func number(_ path: String) -> Int? {
        guard let text = try? KernelText.read(path) else { return nil }
        return Int(String(decoding: text.filter { $0 > 32 }, as: UTF8.self))
    }
}
