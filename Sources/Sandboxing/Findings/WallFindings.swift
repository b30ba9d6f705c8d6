internal import Core
internal import Linux

/// What keeps programs in their boxes.
enum WallFindings {
    static func all(_ facts: HostFacts) -> [Finding] {
        [
            userNamespaces(facts), namespaces(facts), IDFinding.of(facts), proc(facts), confinement(facts),
            seccomp(facts),
            landlock(facts), addresses(facts), coreDumps(facts), processorFlaws(facts),
        ]
    }

    // MARK: - Namespaces and ids

    private static func userNamespaces(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.walls, "user-namespaces", "user namespaces")
        guard facts.files["/proc/self/ns/user"] != nil else {
            return .missing(
                subject,
                "not in this kernel",
                mend: "boot a kernel with CONFIG_USER_NS=y, as distributions' are:",
                command: facts.withNewerKernel
            )
        }
        let maximum = facts.number("/proc/sys/user/max_user_namespaces") ?? 0
        guard maximum > 0 else {
            return .missing(
                subject,
                "none are allowed (user.max_user_namespaces=0)",
                command: facts.setting("user.max_user_namespaces", to: "16384")
            )
        }
        guard !facts.isRoot else { return .ok(subject, "up to \(maximum)") }
        if let value = facts.number("/proc/sys/kernel/unprivileged_userns_clone"), value == 0 {
            return .missing(
                subject,
                "not for ordinary users (kernel.unprivileged_userns_clone=0)",
                mend: "run as root, or allow them:",
                command: facts.setting("kernel.unprivileged_userns_clone", to: "1")
            )
        }
        if let value = facts.number("/proc/sys/kernel/apparmor_restrict_unprivileged_userns"), value != 0 {
            return restrictedByAppArmor(facts, subject)
        }
        return .ok(subject, "up to \(maximum), for ordinary users too")
    }

    /// Ubuntu from 23.10 on: a user namespace of an unconfined program has no capabilities.
    private static func restrictedByAppArmor(_ facts: HostFacts, _ subject: Finding.Subject) -> Finding {
        let file = "/etc/apparmor.d/assay-jailer"
        if let profile = facts.files[file], profile.contains(facts.jailer), profile.contains("userns") {
            return .ok(subject, "AppArmor restricts them, and lets our jailer by \(file)")
        }
        let profile = #"abi <abi/4.0>,\nprofile assay-jailer %s flags=(unconfined) {\n  userns,\n}\n"#
        return .missing(
            subject,
            "without capabilities for ordinary users (kernel.apparmor_restrict_unprivileged_userns=1)",
            mend: "run as root, or give the jailer a profile of its own:",
            command: "printf '\(profile)' \(ShellWord.quoted(facts.jailer)) | sudo tee \(file)"
                + " && sudo apparmor_parser -r \(file)"
        )
    }

    private static func namespaces(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.walls, "namespaces", "namespaces")
        let kinds = ["pid", "mnt", "ipc", "uts", "net", "cgroup"]
        let none = kinds.filter { facts.number("/proc/sys/user/max_\($0)_namespaces") == 0 }
        guard !none.isEmpty else { return .ok(subject, "pid, mount, ipc, uts, net, cgroup") }
        let settings = none.map { "user.max_\($0)_namespaces=16384" }
        return .missing(
            subject,
            "none allowed of: \(none.joined(separator: ", "))",
            command: facts.asRoot("sysctl -w \(settings.joined(separator: " "))")
        )
    }

    // MARK: - What is around us

    private static func proc(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.walls, "proc", "/proc")
        let places = (facts.files["/proc/self/mountinfo"] ?? "").split(separator: "\n").compactMap {
            line -> Substring? in
            let fields = line.split(separator: " ")
            return fields.count > 4 ? fields[4] : nil
        }
        // These two are over empty directories that the kernel makes for them, and hide nothing.
        let harmless = ["/proc/sys/fs/binfmt_misc", "/proc/fs/nfsd"]
        let masks = places.filter { place in
            place.hasPrefix("/proc/") && !harmless.contains { place == $0 || place.hasPrefix($0 + "/") }
        }
        guard let first = masks.first else { return .ok(subject, "whole") }
        let mend = facts.container?.mend(
            docker: "--security-opt systempaths=unconfined",
            kubernetes: "securityContext: {procMount: Unmasked}, with hostUsers: false"
        )
        return .missing(
            subject,
            "masked (\(first) and \(masks.count - 1) more): the kernel then lets no box mount one of its own",
            mend: mend ?? "take these mounts away:",
            command: facts.container?.command()
                ?? facts.asRoot(
                    "umount \(Set(masks).sorted().map { ShellWord.quoted(String($0)) }.joined(separator: " "))"
                )
        )
    }

    /// Security modules that confine us: what they forbid us, boxes cannot be made without.
    private static func confinement(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.walls, "confinement", "confinement")
        let label = facts.text("/proc/self/attr/current") ?? ""
        let modules = facts.text("/sys/kernel/security/lsm") ?? ""
        if label.hasSuffix("(enforce)") {
            let profile = label.dropLast(" (enforce)".count)
            let found = "AppArmor's profile \(profile) is in force"
            // Those of containers forbid to mount.
            if let container = facts.container {
                return .missing(
                    subject,
                    found + ", which forbids to mount",
                    mend: container.mend(
                        docker: "--security-opt apparmor=unconfined",
                        kubernetes: "securityContext: {appArmorProfile: {type: Unconfined}}"
                    ),
                    command: container.command()
                )
            }
            return .degraded(
                subject,
                found + ", which may forbid what a box needs",
                mend:
                    "start assay outside of that profile, if making a box fails, or have it only complain (apparmor-utils):",
                command: facts.asRoot("aa-complain \(ShellWord.quoted(String(profile)))")
            )
        }
        if label.contains(":container_t:"), facts.number("/sys/fs/selinux/enforce") == 1 {
            return .missing(
                subject,
                "SELinux confines this container, and forbids to mount",
                mend: (facts.container ?? .podman).mend(
                    docker: "--security-opt label=disable",
                    kubernetes: "securityContext: {seLinuxOptions: {type: spc_t}}"
                ),
                command: (facts.container ?? .podman).command()
            )
        }
        return .ok(
            subject,
            modules.isEmpty ? "none" : "none (the kernel has \(modules.split(separator: ",").joined(separator: ", ")))"
        )
    }

    private static func seccomp(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.walls, "seccomp", "seccomp")
        let available = facts.text("/proc/sys/kernel/seccomp/actions_avail") ?? ""
        let needed = ["kill_process", "errno", "user_notif", "allow"]
        let actions = available.split(whereSeparator: \.isWhitespace).map(String.init)
        let lacked = needed.filter { !actions.contains($0) }
        guard lacked.isEmpty else {
            return .missing(
                subject,
                available.isEmpty ? "not in this kernel" : "this kernel cannot \(lacked.joined(separator: ", "))",
                mend: "boot a kernel with CONFIG_SECCOMP_FILTER=y, as distributions' are:",
                command: facts.withNewerKernel
            )
        }
        if let container = facts.container, facts.number("Seccomp", in: "/proc/self/status") == 2 {
            return .degraded(
                subject,
                "with notification; the container's own filter is in force and may forbid what a box needs",
                mend: "if making a box fails: "
                    + container.mend(
                        docker: "--security-opt seccomp=unconfined",
                        kubernetes: "securityContext: {seccompProfile: {type: Unconfined}}"
                    ),
                command: container.command()
            )
        }
        return .ok(subject, "with notification")
    }

    private static func landlock(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.walls, "landlock", "Landlock")
        if let refusal = facts.landlockRefusal {
            return .missing(
                subject,
                "we may not ask the kernel for it: \(refusal)",
                mend: facts.container?.mend(
                    docker: "--security-opt seccomp=unconfined",
                    kubernetes: "securityContext: {seccompProfile: {type: Unconfined}}"
                ) ?? "start assay outside of the filter that refuses it (SystemCallFilter= of a unit):",
                command: facts.container?.command() ?? "assay doctor"
            )
        }
        guard let kernel = facts.landlock else {
            return withoutLandlock(facts, subject)
        }
        let used = Landlock.version(ofKernel: kernel)
        guard used > 0 else {
            return .degraded(
                subject,
                "version \(kernel) is too old: a wall less",
                mend: "boot Linux 5.19 or newer:",
                command: facts.withNewerKernel
            )
        }
        let rest = used < Landlock.newest ? "; signals and abstract sockets come with version 6, Linux 6.12" : ""
        return .ok(subject, "version \(kernel), of which \(used) is used\(rest)")
    }

    private static func withoutLandlock(_ facts: HostFacts, _ subject: Finding.Subject) -> Finding {
        let found = "not in this kernel, or not started with it: a wall less"
        guard let modules = facts.text("/sys/kernel/security/lsm") else {
            return .degraded(
                subject,
                found,
                mend: "boot with landlock among lsm=, behind which are those that are named by:",
                command: facts.asRoot([
                    "mount -t securityfs securityfs /sys/kernel/security", "cat /sys/kernel/security/lsm",
                ])
            )
        }
        return .degraded(
            subject,
            found,
            mend: "boot a kernel with CONFIG_SECURITY_LANDLOCK=y, as distributions' are, with landlock among lsm=:",
            command: facts.starting(with: "lsm=landlock," + modules)
        )
    }

    private static func addresses(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.walls, "aslr", "ASLR")
        switch facts.number("/proc/sys/kernel/randomize_va_space") {
        case 2: return .ok(subject, "on")
        case nil: return .ok(subject, "not told")
        case let value?:
            return .degraded(
                subject,
                "\(value == 0 ? "off" : "not of the heap") (kernel.randomize_va_space=\(value)): helps whoever attacks a compiler",
                command: facts.setting("kernel.randomize_va_space", to: "2")
            )
        }
    }

    private static func coreDumps(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.walls, "core-dumps", "core dumps")
        let pattern = facts.text("/proc/sys/kernel/core_pattern")
        let taker = CoreHandler(pattern: pattern)
        if taker == .socket {
            return .missing(
                subject,
                "they go to the socket \(pattern.map { String($0.drop { $0 == "@" }) } ?? ""), whatever their limit",
                mend: "have them written to files:",
                command: facts.setting("kernel.core_pattern", to: "core")
            )
        }
        let handler = taker == .program ? pattern?.dropFirst().split(separator: " ").first.map(String.init) : nil
        // Root raises the limit by itself, and without a handler 0 is as good as 1.
        guard !facts.isRoot, facts.limits["core"]?.hard == 0, taker == .program else {
            return .ok(subject, handler.map { "none: boxes keep \($0) out by a limit of 1 byte" } ?? "none from boxes")
        }
        return .missing(
            subject,
            "our hard limit is 0, at which the kernel still starts a handler\(handler.map { ", here \($0)" } ?? "")",
            mend: "raise it to 1 or more: LimitCORE=infinity in a unit, or for logins, then log in again:",
            command: facts.writing("'* hard core unlimited'", to: "/etc/security/limits.d/assay.conf")
        )
    }

    private static func processorFlaws(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.walls, "processor-flaws", "processor flaws")
        let directory = "/sys/devices/system/cpu/vulnerabilities/"
        let paths = facts.paths(directory, "")
        let open = paths.filter { facts.text($0)?.hasPrefix("Vulnerable") == true }.map {
            String($0.dropFirst(directory.count))
        }
        guard !open.isEmpty else {
            return .ok(subject, paths.isEmpty ? "not told" : "none open that the kernel knows of")
        }
        let found = "a program may read what others hold: \(open.joined(separator: ", "))"
        if facts.text("/proc/cmdline")?.contains("mitigations=off") == true {
            return .degraded(
                subject,
                found,
                mend: "boot without mitigations=off:",
                command: facts.starting(without: "mitigations=off")
            )
        }
        if facts.isVirtual {
            return .degraded(
                subject,
                found,
                mend: "keep no secrets on this machine; the one below has to protect it, there:",
                command: facts.asRoot(facts.distribution.commandForMicrocode)
            )
        }
        return .degraded(
            subject,
            found,
            mend: "keep no secrets on this machine; newer microcode may help:",
            command: facts.asRoot(facts.distribution.commandForMicrocode)
        )
    }
}
