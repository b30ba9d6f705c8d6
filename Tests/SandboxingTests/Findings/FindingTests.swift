import Linux
import SandboxTesting
import Sandboxing
import Testing

/// What hosts that were written down are found to be.
@Suite struct FindingTests {
    /// A host, and what is not as it should be there: everything else is.
    struct Host: Sendable, CustomTestStringConvertible {
        let name: String
        let degraded: Set<String>
        let missing: Set<String>

        init(_ name: String, degraded: Set<String> = [], missing: Set<String> = []) {
            (self.name, self.degraded, self.missing) = (name, degraded, missing)
        }

        var testDescription: String { name }
    }

    private static let hosts = [
        Host("root-on-hybrid-cgroups", degraded: ["processor-flaws"]),
        Host("debian-12-in-a-user-scope", degraded: ["turbo", "frequency", "smt", "huge-pages"]),
        Host(
            "debian-12-hardened",
            degraded: ["ids", "landlock", "overcommit", "processor-flaws"],
            missing: ["user-namespaces", "cgroups", "core-dumps"]
        ),
        Host("ubuntu-24.04-after-login", degraded: ["ids", "ulimits"], missing: ["user-namespaces", "cgroups"]),
        Host(
            "docker-with-defaults",
            degraded: ["seccomp", "processes", "processors", "memory"],
            missing: ["user", "proc", "confinement", "cgroups"]
        ),
        Host("docker-privileged"),
    ]

    @Test(arguments: hosts)
    func `a host is found to be what it is`(host: Host) throws {
        let findings = HostCheck.findings(try HostRecord.read(host.name))
        #expect(Set(findings.filter { $0.state == .degraded }.map(\.key)) == host.degraded)
        #expect(Set(findings.filter { $0.state == .missing }.map(\.key)) == host.missing)
    }

    @Test(arguments: hosts)
    func `every finding has a key of its own, stands with its group, and says what to do`(host: Host) throws {
        let findings = HostCheck.findings(try HostRecord.read(host.name))
        #expect(Set(findings.map(\.key)).count == findings.count)
        #expect(findings.map(\.key) == Self.keys)
        var groups: [Finding.Group] = []
        for finding in findings where groups.last != finding.group { groups.append(finding.group) }
        #expect(groups == Finding.Group.allCases.dropLast())
        for finding in findings {
            #expect(!finding.name.isEmpty && !finding.found.isEmpty, "\(finding.key)")
            #expect(finding.command.isEmpty == (finding.state == .ok), "\(finding.key)")
            #expect(!(finding.found + finding.mend + finding.command).contains("\n"), "\(finding.key)")
            #expect(finding.name.utf8.count <= 15, "\(finding.key)")
        }
    }

    /// They are documented, and programs rely on them.
    private static let keys = [
        "user", "kernel", "container", "user-namespaces", "namespaces", "ids", "proc", "confinement", "seccomp",
        "landlock",
        "aslr", "core-dumps", "processor-flaws", "cgroups", "swap", "processes", "ulimits", "turbo", "frequency", "smt",
        "clock", "huge-pages", "processors", "state", "memory", "overcommit", "mappings", "jailer", "policies", "etc",
    ]

    @Test func `every key is documented`() throws {
        let path = SandboxUnderTest.sandboxes.dropLast("Sandboxes".count) + "docs/cli.md"
        let page = String(decoding: try HostFile.read(String(path)), as: UTF8.self)
        let isDocumented = (Self.keys + ["box"]).map { page.contains("`\($0)`") }
        #expect(!isDocumented.contains(false), "\(zip(Self.keys + ["box"], isDocumented).filter { !$1 })")
    }
}
