import Glibc
import Linux
import SandboxTesting

/// The kernel's own settings, which no namespace keeps apart.
enum KernelView {
    private static let settings = [
        "kernel/hostname", "kernel/domainname", "kernel/core_pattern", "kernel/core_uses_pid", "kernel/sysrq",
        "kernel/randomize_va_space", "kernel/yama/ptrace_scope", "kernel/unprivileged_bpf_disabled", "kernel/modprobe",
        "kernel/hotplug", "kernel/shmmax", "kernel/sem", "kernel/msgmni", "kernel/tainted", "vm/overcommit_memory",
        "vm/swappiness", "vm/mmap_min_addr", "fs/suid_dumpable", "fs/protected_symlinks", "fs/protected_hardlinks",
        "net/ipv4/ip_forward", "user/max_user_namespaces",
    ]

    static func things(_ crew: Crew, _ memory: HostMemory) -> [String: String] {
        var things: [String: String] = [:]
        for setting in settings {
            things[setting] = HostProcess.lines(of: "/proc/sys/" + setting).joined(separator: "\n")
        }
        for line in HostProcess.lines(of: "/proc/modules") {
            things["module \(line.split(separator: " ").first ?? "")"] = "loaded"
        }
        for line in HostProcess.lines(of: "/proc/swaps").dropFirst() { things["swap \(line)"] = "on" }
        for line in HostProcess.lines(of: "/proc/self/net/dev") {
            things["device \(line.split(separator: ":").first ?? "")"] = "there"
        }
        for line in HostProcess.lines(of: "/proc/self/net/route") { things["route \(line)"] = "there" }
        for entry in (try? HostDirectory.entries(of: "/proc/sys/fs/binfmt_misc")) ?? [] {
            things["format \(entry.name)"] = "there"
        }
        for line in HostProcess.lines(of: "/proc/key-users") {
            guard let user = Int(line.split(separator: ":").first?.split(separator: " ").first ?? "") else { continue }
            if crew.programIDs.contains(user) { things["keys of a program's id"] = "some" }
        }
        // Both clocks run alike; who sets the one of them moves it against the other.
        var real = timespec()
        var running = timespec()
        clock_gettime(CLOCK_REALTIME, &real)
        clock_gettime(CLOCK_BOOTTIME, &running)
        let distance = memory.distance(of: "clock", now: real.tv_sec - running.tv_sec)
        // A clock that is kept right creeps.
        if abs(distance) > 5 { things["clock"] = "moved by \(distance) s" }
        return things
    }
}
