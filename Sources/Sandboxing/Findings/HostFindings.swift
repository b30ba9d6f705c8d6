internal import Core

/// What a container is made by, since each has its own switches.
enum Container: String, Sendable {
    case docker = "Docker"
    case podman = "Podman"
    case kubernetes = "Kubernetes"
    case lxc = "LXC"
    case nspawn = "systemd-nspawn"
    case other = "a container"
}

extension HostFacts {
    /// The container that we are in; nil when we are in none that can be seen.
    var container: Container? {
        let kind = text("/run/systemd/container") ?? ""
        let ancestors = (files["/proc/1/cgroup"] ?? "") + (files["/proc/self/cgroup"] ?? "")
        if files["/var/run/secrets/kubernetes.io/serviceaccount/namespace"] != nil || ancestors.contains("/kubepods") {
            return .kubernetes
        }
        if files["/run/.containerenv"] != nil || kind == "podman" { return .podman }
        // The file alone says only that this system was made as an image of Docker's.
        let isImage = files["/.dockerenv"] != nil && rootType.contains("overlay")
        if isImage || kind == "docker" || ancestors.contains("/docker") { return .docker }
        if kind.hasPrefix("lxc") || ancestors.contains("/lxc") { return .lxc }
        if kind == "systemd-nspawn" { return .nspawn }
        return kind.isEmpty || kind == "wsl" ? nil : .other
    }

    /// The type of the root file system.
    private var rootType: Substring {
        for line in (files["/proc/self/mountinfo"] ?? "").split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 4, fields[4] == "/", let dash = fields.firstIndex(of: "-") else { continue }
            return fields.dropFirst(dash + 1).first ?? ""
        }
        return ""
    }

    /// The kernel's version, as far as it can be compared.
    var kernelVersion: (major: Int, minor: Int)? {
        let release = text("/proc/sys/kernel/osrelease") ?? ""
        let numbers = release.split(whereSeparator: { !("0"..."9").contains($0) }).prefix(2).compactMap { Int($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
}

/// The machine, and who we are on it.
enum HostFindings {
    static func all(_ facts: HostFacts) -> [Finding] {
        [user(facts), kernel(facts), surroundings(facts)]
    }

    private static func user(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.host, "user", "user")
        guard facts.isRoot else {
            return .ok(subject, (facts.account.map { $0 + ", " } ?? "") + "uid \(facts.ids.user)")
        }
        // What root is told by is the number 0; what it may do is another matter, in a container for one.
        let needed = [("CAP_SETGID", 6), ("CAP_SETUID", 7), ("CAP_SYS_ADMIN", 21)]
        let capabilities = capabilities(facts)
        let lacked = needed.filter { capabilities & (1 << UInt64($0.1)) == 0 }.map(\.0)
        guard !lacked.isEmpty else { return .ok(subject, "root") }
        return .missing(
            subject,
            "root, but without \(lacked.joined(separator: ", "))",
            mend: facts.container == .kubernetes
                ? "securityContext: {privileged: true}, or capabilities: {add: [SYS_ADMIN]}"
                : "start the container with --privileged, or with --cap-add \(lacked.joined(separator: " --cap-add "))"
        )
    }

    private static func capabilities(_ facts: HostFacts) -> UInt64 {
        for line in facts.files["/proc/self/status"]?.split(separator: "\n") ?? [] where line.hasPrefix("CapEff:") {
            return UInt64(line.split(whereSeparator: \.isWhitespace).last ?? "", radix: 16) ?? 0
        }
        // Not told: then it is found out by trying.
        return .max
    }

    private static func kernel(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.host, "kernel", "kernel")
        let release = facts.text("/proc/sys/kernel/osrelease") ?? "unknown"
        guard ["x86_64", "aarch64"].contains(facts.architecture) else {
            return .missing(
                subject,
                "Linux \(release) on \(facts.architecture)",
                mend: "judge on x86_64 or aarch64: system calls are filtered on these two only"
            )
        }
        // Behind these are cgroup.kill, and on v2 memory.peak.
        let isV2 = CgroupFindings.isV2(facts)
        let wanted = isV2 ? (5, 19) : (5, 14)
        let found = "Linux \(release), \(facts.architecture)"
        guard let version = facts.kernelVersion, (version.major, version.minor) >= wanted else {
            return .missing(
                subject,
                found,
                mend: "boot Linux \(wanted.0).\(wanted.1) or newer, as in Debian 12 and Ubuntu 24.04"
            )
        }
        return .ok(subject, found)
    }

    private static func surroundings(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.host, "container", "container")
        if let container = facts.container {
            return .ok(subject, "\(container.rawValue): what follows is what that lets through")
        }
        if facts.text("/proc/sys/kernel/osrelease")?.lowercased().contains("microsoft") == true {
            return .ok(subject, "none; the machine is Windows' subsystem for Linux")
        }
        return .ok(subject, facts.isVirtual ? "none; a virtual machine" : "none")
    }
}
