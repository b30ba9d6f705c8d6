import Glibc
import Linux
import Sandboxing
import Testing

/// Whatever is not as it should be has a command that mends it, and a shell understands that.
@Suite struct FindingCommandTests {
    private static let hosts = [
        "root-on-hybrid-cgroups", "debian-12-in-a-user-scope", "debian-12-hardened", "ubuntu-24.04-after-login",
        "docker-with-defaults", "docker-privileged",
    ]

    /// The text of `/run/systemd/container`, and what the commands for that container begin with.
    private static let containers = [
        ("docker", "docker run "), ("podman", "podman run "), ("lxc", "lxc config set NAME "),
        ("systemd-nspawn", "assay doctor"), ("rkt", "assay doctor"),
    ]

    @Test(arguments: hosts)
    func `whatever a host does not say, what is not ok has a command`(name: String) throws {
        let facts = try HostRecord.read(name)
        for path in facts.files.keys {
            var changed = facts
            changed.files[path] = nil
            Self.expectCommands(in: HostCheck.findings(changed), "without \(path)")
        }
        for number in 0..<facts.writable.count {
            var changed = facts
            changed.writable.remove(facts.writable.sorted()[number])
            Self.expectCommands(in: HostCheck.findings(changed), "without writable \(number)")
        }
        for user in [0, 1000, 65534] {
            var changed = facts
            changed.ids.user = user
            changed.account = nil
            Self.expectCommands(in: HostCheck.findings(changed), "as \(user)")
        }
    }

    @Test(arguments: containers)
    func `what a container takes away is mended where it was started`(kind: String, command: String) throws {
        var facts = try HostRecord.read("docker-with-defaults")
        facts.files["/.dockerenv"] = nil
        facts.files["/proc/self/cgroup"] = "0::/\n"
        facts.files["/proc/1/cgroup"] = "0::/\n"
        facts.files["/run/systemd/container"] = kind + "\n"
        let findings = HostCheck.findings(facts)
        Self.expectCommands(in: findings, kind)
        for key in ["user", "proc", "confinement", "cgroups", "processors", "memory", "processes"] {
            let finding = try #require(findings.first { $0.key == key })
            #expect(finding.command.hasPrefix(command), "\(key): \(finding.command)")
        }
    }

    @Test func `what is the machine's is not mended in a container of it`() throws {
        var facts = try HostRecord.read("docker-privileged")
        facts.files["/proc/sys/kernel/randomize_va_space"] = "0\n"
        let finding = try #require(HostCheck.findings(facts).first { $0.key == "aslr" })
        #expect(finding.mend == "on the machine that runs this container:")
    }

    /// The text of `os-release`, and how a newer kernel comes there, and how a parameter goes away.
    private static let distributions: [(String, String, String)] = [
        ("ID=debian\nVERSION_ID=\"12\"\n", "apt-get install linux-image-amd64", "update-grub"),
        ("ID=debian\nVERSION_ID=\"11\"\n", "apt-get install linux-image-6.1-amd64", "update-grub"),
        ("ID=ubuntu\nID_LIKE=debian\nVERSION_ID='22.04'\n", "linux-generic-hwe-22.04", "update-grub"),
        ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", "dnf upgrade kernel", "grubby --update-kernel=ALL"),
        ("ID=arch\n", "pacman -Syu", "grub-mkconfig -o /boot/grub/grub.cfg"),
        ("ID=opensuse-leap\nID_LIKE=\"suse opensuse\"\n", "zypper update", "grub2-mkconfig"),
        ("", "apt-get install linux-image-amd64", "update-grub"),
        ("no assignment", "apt-get install linux-image-amd64", "update-grub"),
    ]

    @Test(arguments: distributions)
    func `each distribution has commands of its own`(text: String, kernel: String, parameter: String) throws {
        var facts = try FindingStateTests.facts(asRoot: true)
        facts.files["/etc/os-release"] = text
        facts.files["/proc/sys/kernel/osrelease"] = "4.18.0\n"
        facts.files["/proc/cmdline"] = "cgroup.memory=nokmem\n"
        let findings = HostCheck.findings(facts)
        #expect(findings.first { $0.key == "kernel" }?.command.contains(kernel) == true)
        #expect(findings.first { $0.key == "cgroups" }?.command.contains(parameter) == true)
    }

    /// What root stated and where, the ids of the user namespace, and the command.
    private static let ranges: [(String?, String, String, String)] = [
        ("0:10", "ASSAY_IDS", "0 0 4294967295", "unset ASSAY_IDS"),
        ("0:10", "/etc/assay/ids", "0 0 4294967295", "mkdir -p /etc/assay && echo 1900000000:65536 > /etc/assay/ids"),
        (nil, "", "0 100000 65536", "mkdir -p /etc/assay && echo 48000:16384 > /etc/assay/ids"),
        ("70000:10", "ASSAY_IDS", "0 100000 65536", "export ASSAY_IDS=48000:16384"),
        (nil, "", "0 1000 1", "assay doctor"),
    ]

    @Test(arguments: ranges)
    func `root is told of ids that are free`(text: String?, source: String, map: String, command: String) throws {
        var facts = try FindingStateTests.facts(asRoot: true)
        facts.ids.maps = (map, map)
        facts.ids.stated = text.map { ($0, source) }
        let finding = try #require(HostCheck.findings(facts).first { $0.key == "ids" })
        #expect(finding.state == .missing)
        #expect(finding.command == command)
    }

    @Test func `an ordinary user's service that has no new privileges is started anew`() throws {
        var facts = try FindingStateTests.facts(asRoot: false)
        facts.isBarredFromPrivileges = true
        facts.ids.isBarredFromPrivileges = true
        facts.files["/proc/self/cgroup"] = "0::/system.slice/assay-worker.service/worker\n"
        let finding = try #require(HostCheck.findings(facts).first { $0.key == "ids" })
        #expect(finding.command.contains("sudo tee /etc/systemd/system/assay-worker.service.d/assay.conf"))
        #expect(finding.command.hasSuffix("sudo systemctl restart assay-worker.service"))
    }

    @Test func `a shell understands every command`() throws {
        var commands: Set<String> = []
        for row in FindingStateTests.rows {
            var facts = try FindingStateTests.facts(asRoot: row.isRoot)
            row.change(&facts)
            commands.formUnion(HostCheck.findings(facts).map(\.command))
        }
        for name in Self.hosts { commands.formUnion(HostCheck.findings(try HostRecord.read(name)).map(\.command)) }
        commands.remove("")
        #expect(commands.count > 40)
        let shell = try Descriptor.open("/bin/sh")
        let nothing = try Descriptor.open("/dev/null", O_RDWR)
        for command in commands {
            let child = try ChildProcess(
                executable: shell.number,
                arguments: ["sh", "-n", "-c", command],
                environment: [],
                input: nothing.number,
                output: nothing.number,
                error: nothing.number
            )
            #expect(try child.wait() == .exited(0), "\(command)")
        }
    }

    private static func expectCommands(in findings: [Finding], _ comment: String) {
        for finding in findings {
            #expect(finding.command.isEmpty == (finding.state == .ok), "\(finding.key) \(comment)")
        }
    }
}
