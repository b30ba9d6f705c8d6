internal import Linux

/// What makes times vary from one run to the next.
enum TimeFindings {
    static func all(_ facts: HostFacts) -> [Finding] {
        [turbo(facts), frequency(facts), threads(facts), clock(facts), pages(facts), quota(facts)]
    }

    private static let machine = "/sys/devices/system/cpu"

    private static func turbo(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.times, "turbo", "turbo")
        let intel = "\(machine)/intel_pstate/no_turbo"
        if let value = facts.number(intel) {
            guard value == 0 else { return .ok(subject, "off") }
            return .degraded(
                subject,
                "on: processors run faster the fewer of them have work",
                command: facts.writing("1", to: intel)
            )
        }
        // Either one file for all, or one for each.
        let boosts = facts.paths(machine + "/cpufreq/", "/boost") + facts.paths(machine + "/cpufreq/boost", "")
        let on = boosts.filter { facts.number($0) == 1 }
        guard !boosts.isEmpty else { return .ok(subject, "nothing to set here") }
        guard !on.isEmpty else { return .ok(subject, "off") }
        let isOne = on.contains(machine + "/cpufreq/boost")
        return .degraded(
            subject,
            "on: processors run faster the fewer of them have work",
            command: isOne
                ? facts.writing("0", to: machine + "/cpufreq/boost")
                : "echo 0 | \(facts.asRoot("tee")) \(machine)/cpufreq/policy*/boost"
        )
    }

    private static func frequency(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.times, "frequency", "frequency")
        let governors = facts.paths(machine + "/cpufreq/", "/scaling_governor").compactMap { facts.text($0) }
        guard !governors.isEmpty else { return .ok(subject, "nothing to set here") }
        let others = Set(governors).subtracting(["performance"]).sorted()
        guard !others.isEmpty else { return .ok(subject, "performance, on all processors") }
        return .degraded(
            subject,
            "\(others.joined(separator: ", ")): short runs are measured while processors still speed up",
            command: "echo performance | \(facts.asRoot("tee")) \(machine)/cpufreq/policy*/scaling_governor"
        )
    }

    private static func threads(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.times, "smt", "shared cores")
        guard facts.number(machine + "/smt/active") == 1 else { return .ok(subject, "none: a processor is a core") }
        return .degraded(
            subject,
            "two processors a core (SMT): boxes on the same core slow each other down, and can listen",
            mend: "bind slots to cores by --pin, or switch it off:",
            command: facts.writing("off", to: machine + "/smt/control")
        )
    }

    private static func clock(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.times, "clock", "clock source")
        let directory = "/sys/devices/system/clocksource/clocksource0"
        guard let current = facts.text(directory + "/current_clocksource") else { return .ok(subject, "not told") }
        // Programs read the others through a system call, and some of them take microseconds.
        let slow = ["hpet", "acpi_pm", "pit", "jiffies", "refined-jiffies", "xen"]
        guard slow.contains(current) else { return .ok(subject, current) }
        let available = facts.text(directory + "/available_clocksource")?.split(separator: " ").map(String.init) ?? []
        let better = ["tsc", "kvm-clock", "arch_sys_counter"].first { available.contains($0) }
        return .degraded(
            subject,
            "\(current): a program that looks at the clock waits for it",
            mend: better == nil ? "boot with tsc=reliable, if the processor's counter is:" : "",
            command: better.map { facts.writing($0, to: directory + "/current_clocksource") }
                ?? facts.starting(with: "tsc=reliable")
        )
    }

    private static func pages(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.times, "huge-pages", "huge pages")
        let path = "/sys/kernel/mm/transparent_hugepage/enabled"
        guard let choice = facts.choice(path) else { return .ok(subject, "not in this kernel") }
        guard choice == "always" else { return .ok(subject, choice) }
        return .degraded(
            subject,
            "always: memory grows by 2 MiB at a time, when the host happens to have them",
            command: facts.writing("madvise", to: path)
        )
    }

    private static func quota(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.times, "processors", "processors")
        let shares = quotas(facts)
        let count = "\(facts.processors): as many slots by default"
        guard let (share, limit) = shares.min(by: { $0.share < $1.share }), share < Double(facts.processors) else {
            return .ok(subject, count)
        }
        let tenths = Int(share * 10)
        let whose = limit.isOwn ? "" : ", by \(limit.cgroup)"
        return .degraded(
            subject,
            "\(facts.processors), of which we may use \(tenths / 10).\(tenths % 10)\(whose): when that is used up, boxes stand still",
            mend: facts.container?.mend(
                docker: "--cpuset-cpus in place of --cpus",
                kubernetes: "resources without a limit of cpu"
            ) ?? "take the quota away (CPUQuota= of a unit):",
            command: facts.container?.command() ?? facts.lifting(limit, property: "CPUQuota=")
        )
    }

    /// How many processors' time our cgroup, and each above it, may use, where it may not use all.
    private static func quotas(_ facts: HostFacts) -> [(share: Double, limit: CgroupLimit)] {
        var result: [(share: Double, limit: CgroupLimit)] = []
        func add(_ quota: Int?, _ period: Int?, _ cgroup: String, _ file: String, _ own: String) {
            guard let quota, quota > 0, let period, period > 0 else { return }
            let limit = CgroupLimit(number: quota, cgroup: cgroup, file: file, isOwn: cgroup == own)
            result.append((Double(quota) / Double(period), limit))
        }
        if let own = facts.membership?.unified {
            for cgroup in HostFacts.upwards(from: own) {
                let words = facts.text(cgroup + "/cpu.max")?.split(separator: " ").map { Int($0) } ?? []
                if words.count == 2 { add(words[0], words[1], cgroup, "cpu.max", own) }
            }
        }
        if let own = facts.membership?.v1["cpu"] {
            for cgroup in HostFacts.upwards(from: own) {
                let (quota, period) = (cgroup + "/cpu.cfs_quota_us", cgroup + "/cpu.cfs_period_us")
                add(facts.number(quota), facts.number(period), cgroup, "cpu.cfs_quota_us", own)
            }
        }
        return result
    }
}
