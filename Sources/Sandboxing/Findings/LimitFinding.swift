/// The resource limits of ours, as boxes can have no more than we may.
enum LimitFinding {
    /// One of them, and what it ought to be.
    private struct Need {
        /// What `limits.conf`(5) calls it.
        let name: String
        /// Below this boxes are refused that ask for nothing unusual; `UInt64.max` where there is to be none.
        let least: UInt64
        /// Below this some may be, or fall short.
        let wanted: UInt64
        /// The option of `ulimit`, and the name in a unit of systemd.
        let option: String
        let unit: String
    }

    /// The largest that profiles, packages and commands ask for by default, and what they may ask for.
    private static func needs(_ facts: HostFacts) -> [Need] {
        [
            Need(name: "stack", least: 2 << 30, wanted: 2 << 30, option: "s", unit: "STACK"),
            Need(name: "fsize", least: 1 << 30, wanted: 1 << 30, option: "f", unit: "FSIZE"),
            Need(name: "nofile", least: 512, wanted: 4096, option: "n", unit: "NOFILE"),
            Need(name: "nproc", least: 256, wanted: UInt64(256 * facts.processors + 512), option: "u", unit: "NPROC"),
            Need(name: "as", least: .max, wanted: .max, option: "v", unit: "AS"),
            Need(name: "data", least: .max, wanted: .max, option: "d", unit: "DATA"),
            Need(name: "cpu", least: 300, wanted: 7200, option: "t", unit: "CPU"),
            Need(name: "sigpending", least: 0, wanted: 1024, option: "i", unit: "SIGPENDING"),
        ]
    }

    static func finding(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.limits, "ulimits", "resource limits")
        // What holds now is raised when we start: what counts is up to what it may be.
        let low = needs(facts).compactMap { need in
            facts.limits[need.name]?.hard.flatMap { $0 < need.wanted ? (need: need, hard: $0) : nil }
        }
        guard !low.isEmpty else { return .ok(subject, "as high as boxes need them") }
        let list = low.map { "\($0.need.name) \($0.hard)" }.joined(separator: ", ")
        let units = low.map { "Limit\($0.need.unit)=infinity" }.joined(separator: " ")
        let isMissing = low.contains { $0.hard < $0.need.least }
        let make = isMissing ? Finding.missing : Finding.degraded
        return make(
            subject,
            isMissing ? "below what programs are to have, which is refused: \(list)" : "low, and so for boxes: \(list)",
            facts.isRoot
                ? "raise them where Assay is started, as in this shell, or in a unit by \(units):"
                : "raise them for logins and log in again, or in a unit by \(units):",
            facts.isRoot
                ? "ulimit " + low.map { "-\($0.need.option) \(value($0.need))" }.joined(separator: " ")
                : "printf '\(low.map { "* - \($0.need.name) \(value($0.need))\\n" }.joined())'"
                    + " | sudo tee /etc/security/limits.d/assay-limits.conf"
        )
    }

    /// The kernel lets nobody have files without end.
    private static func value(_ need: Need) -> String { need.name == "nofile" ? "1048576" : "unlimited" }
}
