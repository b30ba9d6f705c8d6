internal import Core

extension HostFacts {
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
        let found = "root, but without \(lacked.joined(separator: ", "))"
        guard let container = facts.container else {
            return .missing(
                subject,
                found,
                mend: "start assay outside of what took them away, as root or as an ordinary user:",
                command: "assay doctor"
            )
        }
        return .missing(
            subject,
            found,
            mend: container.mend(
                docker: "--cap-add \(lacked.joined(separator: " --cap-add "))",
                kubernetes: "securityContext: {capabilities: {add: [SYS_ADMIN]}}"
            ),
            command: container.command()
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
                mend: "system calls are filtered on x86_64 and aarch64 only; judge on such a machine:",
                command: "ssh MACHINE assay doctor"
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
                mend: "boot Linux \(wanted.0).\(wanted.1) or newer, as in Debian 12 and Ubuntu 24.04:",
                command: facts.withNewerKernel
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
