import Core
import Glibc
import Linux
import SandboxTesting

/// Worker, jailers and sweeper, as the kernel describes them.
enum SupervisorView {
    /// The lines of `/proc/PID/status` that nothing but a change of ours could change.
    private static let lasting = [
        "Name", "Umask", "Tgid", "PPid", "TracerPid", "Uid", "Gid", "Groups", "SigPnd", "ShdPnd", "SigBlk",
        "SigIgn", "SigCgt", "CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb", "NoNewPrivs", "Seccomp", "CoreDumping",
        "Cpus_allowed",
    ]

    /// How many MiB nobody of ours has more of: supervising costs no more memory when programs use more.
    ///
    /// Jailers and sweeper, which have 4 to 7, must never have had so much; the worker, which is all these tests as well,
    /// must not have it afterwards.
    static let (largestJailer, largestWorker) = (16, 256)

    static func things(_ crew: Crew) -> [String: String] {
        var things: [String: String] = [:]
        for member in crew.members {
            let directory = "/proc/\(member.number)"
            for line in HostProcess.lines(of: directory + "/status") {
                guard let colon = line.firstIndex(of: ":") else { continue }
                let key = String(line[..<colon])
                let value = line[line.index(after: colon)...].filter { $0 != "\t" }
                if lasting.contains(key) {
                    things["\(key) of \(member.name)"] = value
                }
                if key == "State" {
                    let isHeld = ["T", "t", "Z", "X"].contains(value.first { $0 != " " }.map(String.init) ?? "")
                    things["\(member.name) is stopped or dead"] = "\(isHeld)"
                }
                let isWorker = member.number == crew.worker
                let (field, largest) = isWorker ? ("VmRSS", largestWorker) : ("VmHWM", largestJailer)
                if key == field, let size = Int(value.split(separator: " ").first ?? "") {
                    things["\(member.name) has grown"] = "\(size > largest << 10)"
                }
            }
            for line in HostProcess.lines(of: directory + "/limits") {
                let words = line.split(separator: " ").joined(separator: " ")
                things["limit of \(member.name): \(words)"] = "there"
            }
            for file in ["oom_score_adj", "cgroup", "timerslack_ns", "coredump_filter"] {
                things["\(file) of \(member.name)"] =
                    HostProcess.lines(of: "\(directory)/\(file)").joined(separator: " ")
            }
            // Class and priority in it: fields 40 and 41 of proc_pid_stat(5), counted behind the name. Niceness is whoever's has started us.
            let fields =
                (HostProcess.lines(of: directory + "/stat").first ?? "").split(separator: ")").last?
                .split(separator: " ") ?? []
            if fields.count > 38 {
                things["schedule of \(member.name)"] = [37, 38].map { String(fields[$0]) }.joined(
                    separator: " "
                )
            }
        }
        return things
    }
}
