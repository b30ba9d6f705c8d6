import Linux
import Sandboxing
import Testing

/// Every state that a finding can have: a host that is as it should be, with one thing changed.
@Suite struct FindingStateTests {
    /// One thing changed, and what is found then.
    struct Row: Sendable, CustomTestStringConvertible {
        let key: String
        let state: Finding.State
        /// A part of what was found, of what to do, or of the command.
        let says: [String]
        let isRoot: Bool
        let change: @Sendable (inout HostFacts) -> Void

        init(
            _ key: String,
            _ state: Finding.State,
            _ says: String...,
            asRoot isRoot: Bool = false,
            change: @escaping @Sendable (inout HostFacts) -> Void
        ) {
            (self.key, self.state, self.says, self.isRoot, self.change) = (key, state, says, isRoot, change)
        }

        var testDescription: String { "\(key) \(state) \(says)" }
    }

    /// A row that gives files other texts; nil takes one away.
    static func files(
        _ key: String,
        _ state: Finding.State,
        _ says: String...,
        asRoot isRoot: Bool = false,
        with files: [String: String?]
    ) -> Row {
        var row = Row(key, state, asRoot: isRoot) { facts in
            for (path, text) in files { facts.files[path] = text }
        }
        row = Row(row, says: says)
        return row
    }

    /// A host that is as it should be.
    static func facts(asRoot isRoot: Bool) throws -> HostFacts {
        var facts = try HostRecord.read("debian-12-in-a-user-scope")
        // What is degraded there has rows of its own.
        facts.files["/sys/devices/system/cpu/intel_pstate/no_turbo"] = "1\n"
        facts.files["/sys/devices/system/cpu/smt/active"] = "0\n"
        facts.files["/sys/kernel/mm/transparent_hugepage/enabled"] = "always [madvise] never\n"
        for policy in ["policy0", "policy1"] {
            facts.files["/sys/devices/system/cpu/cpufreq/\(policy)/scaling_governor"] = "performance\n"
        }
        if isRoot {
            facts.ids.user = 0
            facts.account = nil
            facts.ids.subordinates = ("", "")
            facts.files["/proc/self/status"] = "Seccomp:\t0\nCapEff:\t000001ffffffffff\n"
        }
        return facts
    }

    static let rows = host + walls + limits + times + room

    @Test(arguments: rows)
    func `one thing that is otherwise is found, and nothing else`(row: Row) throws {
        var facts = try Self.facts(asRoot: row.isRoot)
        #expect(HostCheck.findings(facts).filter { $0.state != .ok }.isEmpty)
        row.change(&facts)
        let findings = HostCheck.findings(facts)
        let finding = try #require(findings.first { $0.key == row.key })
        #expect(finding.state == row.state)
        let text = "\(finding.found) → \(finding.mend) $ \(finding.command)"
        for part in row.says { #expect(text.contains(part), "\(text)") }
        #expect(findings.filter { $0.key != row.key && $0.state != .ok }.map(\.key) == [])
    }
}

extension FindingStateTests.Row {
    fileprivate init(_ row: Self, says: [String]) {
        (key, state, self.says, isRoot, change) = (row.key, row.state, says, row.isRoot, row.change)
    }
}

/// Findings about hosts whose cgroups are of v1.
@Suite struct OldCgroupFindingTests {
    @Test func `swap on cgroup v1 is told, as boxes can only be asked off it`() throws {
        var facts = try HostRecord.read("root-on-hybrid-cgroups")
        facts.files["/proc/swaps"] = "Filename Type Size\n/dev/sda2 partition 1000\n"
        let finding = try #require(HostCheck.findings(facts).first { $0.key == "swap" })
        #expect(finding.state == .degraded)
        #expect(finding.command == "swapoff -a")
    }

    @Test func `an ordinary user has no cgroups of v1`() throws {
        var facts = try HostRecord.read("root-on-hybrid-cgroups")
        facts.ids.user = 1000
        facts.writable = []
        let finding = try #require(HostCheck.findings(facts).first { $0.key == "cgroups" })
        #expect(finding.state == .missing)
        #expect(finding.mend.contains("run as root"))
        #expect(finding.command == "sudo assay doctor")
    }

    @Test func `cgroups of v1 that are mounted read-only are mounted anew by root`() throws {
        var facts = try HostRecord.read("root-on-hybrid-cgroups")
        facts.writable.remove("/sys/fs/cgroup/pids")
        let finding = try #require(HostCheck.findings(facts).first { $0.key == "cgroups" })
        #expect(finding.state == .missing)
        #expect(finding.command == "mount -o remount,rw $(findmnt -n -o TARGET --target /sys/fs/cgroup/pids)")
    }

    @Test func `a quota of cgroup v1 is told`() throws {
        var facts = try HostRecord.read("root-on-hybrid-cgroups")
        facts.files["/sys/fs/cgroup/cpu/cpu.cfs_quota_us"] = "50000\n"
        facts.files["/sys/fs/cgroup/cpu/cpu.cfs_period_us"] = "100000\n"
        let finding = try #require(HostCheck.findings(facts).first { $0.key == "processors" })
        #expect(finding.state == .degraded)
        #expect(finding.found.contains("may use 0.5"))
        #expect(finding.command == "echo -1 > /sys/fs/cgroup/cpu/cpu.cfs_quota_us")
    }

    @Test func `an older kernel is enough where memory's peak is asked of v1`() throws {
        var facts = try HostRecord.read("root-on-hybrid-cgroups")
        facts.files["/proc/sys/kernel/osrelease"] = "5.14.0-427.el9.x86_64\n"
        #expect(HostCheck.findings(facts).first { $0.key == "kernel" }?.state == .ok)
        facts.files["/proc/sys/kernel/osrelease"] = "5.13.19\n"
        #expect(HostCheck.findings(facts).first { $0.key == "kernel" }?.state == .missing)
    }
}
