import Linux
import Sandboxing

/// Where we are, and what keeps programs in their boxes.
extension FindingStateTests {
    static let host: [Row] = [
        Row("user", .ok, "alice, uid 1000") { _ in },
        Row("user", .ok, "uid 1000") { $0.account = nil },
        Row("user", .ok, "root", asRoot: true) { _ in },
        files(
            "user",
            .missing,
            "without CAP_SYS_ADMIN",
            "outside of what took them away",
            asRoot: true,
            with: [
                "/proc/self/status": "Seccomp:\t0\nCapEff:\t00000000a80425fb\n"
            ]
        ),
        files(
            "kernel",
            .missing,
            "5.10.0-28-amd64",
            "Linux 5.19 or newer",
            "$ sudo apt-get install linux-image-amd64 && sudo reboot",
            with: [
                "/proc/sys/kernel/osrelease": "5.10.0-28-amd64\n"
            ]
        ),
        files("kernel", .ok, "5.19.0", with: ["/proc/sys/kernel/osrelease": "5.19.0\n"]),
        files("kernel", .missing, "Linux unknown", with: ["/proc/sys/kernel/osrelease": nil]),
        Row("kernel", .missing, "riscv64", "x86_64 and aarch64", "$ ssh MACHINE") { $0.architecture = "riscv64" },
        Row("kernel", .ok, "aarch64") { $0.architecture = "aarch64" },
        Row("container", .ok, "none; a virtual machine") { $0.isVirtual = true },
        files("container", .ok, "Windows", with: ["/proc/sys/kernel/osrelease": "5.19.1-microsoft-standard-WSL2\n"]),
        files("container", .ok, "systemd-nspawn: what follows", with: ["/run/systemd/container": "systemd-nspawn\n"]),
        files("container", .ok, "Podman: what follows", with: ["/run/.containerenv": ""]),
        files("container", .ok, "LXC: what follows", with: ["/run/systemd/container": "lxc\n"]),
        files("container", .ok, "Docker: what follows", with: ["/run/systemd/container": "docker\n"]),
        files("container", .ok, "none", with: ["/.dockerenv": ""]),
        files(
            "container",
            .ok,
            "Kubernetes: what follows",
            with: [
                "/var/run/secrets/kubernetes.io/serviceaccount/namespace": ""
            ]
        ),
    ]

    static let walls: [Row] = [
        files("user-namespaces", .missing, "CONFIG_USER_NS", with: ["/proc/self/ns/user": nil]),
        files(
            "user-namespaces",
            .missing,
            "none are allowed",
            "| sudo tee -a /etc/sysctl.d/60-assay.conf && sudo sysctl",
            with: [
                "/proc/sys/user/max_user_namespaces": "0\n"
            ]
        ),
        files(
            "user-namespaces",
            .missing,
            "$ echo user.max_user_namespaces=16384 >> /etc/sysctl.d/60-assay.conf && sysctl",
            asRoot: true,
            with: ["/proc/sys/user/max_user_namespaces": "0\n"]
        ),
        files(
            "user-namespaces",
            .missing,
            "kernel.unprivileged_userns_clone=1",
            with: [
                "/proc/sys/kernel/unprivileged_userns_clone": "0\n"
            ]
        ),
        files("user-namespaces", .ok, asRoot: true, with: ["/proc/sys/kernel/unprivileged_userns_clone": "0\n"]),
        files("user-namespaces", .ok, "ordinary users", with: ["/proc/sys/kernel/unprivileged_userns_clone": "1\n"]),
        files(
            "user-namespaces",
            .missing,
            "apparmor_parser -r",
            "/usr/libexec/assay/assay-jailer | sudo tee",
            with: [
                "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": "1\n"
            ]
        ),
        files(
            "user-namespaces",
            .missing,
            "apparmor_parser",
            with: [
                "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": "1\n",
                "/etc/apparmor.d/assay-jailer":
                    "profile assay-jailer /elsewhere/assay-jailer flags=(unconfined) { userns, }\n",
            ]
        ),
        files(
            "user-namespaces",
            .ok,
            "lets our jailer",
            with: [
                "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": "1\n",
                "/etc/apparmor.d/assay-jailer":
                    "profile assay-jailer /usr/libexec/assay/assay-jailer flags=(unconfined) { userns, }\n",
            ]
        ),
        files("user-namespaces", .ok, with: ["/proc/sys/kernel/apparmor_restrict_unprivileged_userns": "0\n"]),
        files(
            "namespaces",
            .missing,
            "net, cgroup",
            "sysctl -w user.max_net_namespaces=16384",
            with: [
                "/proc/sys/user/max_net_namespaces": "0\n", "/proc/sys/user/max_cgroup_namespaces": "0\n",
            ]
        ),
        Row("ids", .degraded, "share the user's own id", "usermod --add-subuids 1800000000-1800065535", "alice") {
            $0.ids.subordinates = ("", "")
        },
        Row("ids", .degraded, "not installed", "$ sudo apt-get install uidmap") { $0.ids.helpers = nil },
        Row("ids", .degraded, "apt-get install uidmap && sudo usermod") {
            $0.ids.helpers = nil
            $0.ids.subordinates = ("", "")
        },
        Row("ids", .degraded, "usermod --add-subuids 1800065536-1800131071") {
            // That range is another's, who has done what we said.
            $0.ids.subordinates = ("bob:1800000000:65536\n", "bob:1800000000:65536\n")
        },
        Row("ids", .degraded, "NoNewPrivileges=") {
            $0.isBarredFromPrivileges = true
            $0.ids.isBarredFromPrivileges = true
        },
        Row("ids", .degraded, "an account", "useradd --uid 1000 --gid 1000 judge") {
            $0.account = nil
            $0.ids.name = nil
        },
        Row("ids", .ok, "says none") { $0.ids.stated = ("none", "ASSAY_IDS") },
        Row("ids", .missing, "this is no range", "docs/sandbox.md", "$ unset ASSAY_IDS") {
            $0.ids.stated = ("many", "ASSAY_IDS")
        },
        Row("proc", .missing, "/proc/acpi and 1 more", "$ sudo umount /proc/acpi /proc/kcore") {
            $0.files["/proc/self/mountinfo", default: ""] +=
                "90 25 0:50 / /proc/acpi ro - tmpfs tmpfs ro\n91 25 0:5 /null /proc/kcore rw - tmpfs tmpfs rw\n"
        },
        Row("proc", .ok, "whole") {
            $0.files["/proc/self/mountinfo", default: ""] +=
                "90 25 0:50 / /proc/sys/fs/binfmt_misc rw - autofs systemd-1 rw\n"
        },
        Row("proc", .ok, "whole") {
            $0.files["/proc/self/mountinfo", default: ""] +=
                "90 25 0:50 / /proc/fs/nfsd rw - nfsd nfsd rw\n"
        },
        files(
            "confinement",
            .degraded,
            "profile firefox is in force",
            "aa-complain firefox",
            with: ["/proc/self/attr/current": "firefox (enforce)\n"]
        ),
        files(
            "confinement",
            .missing,
            "forbids to mount",
            "apparmor=unconfined",
            "$ docker run --rm --privileged --cgroupns=private assay-judge doctor",
            with: [
                "/proc/self/attr/current": "docker-default (enforce)\n", "/run/systemd/container": "docker\n",
            ]
        ),
        files(
            "confinement",
            .missing,
            "label=disable",
            with: [
                "/proc/self/attr/current": "system_u:system_r:container_t:s0:c1,c2\0", "/sys/fs/selinux/enforce": "1",
            ]
        ),
        files(
            "confinement",
            .ok,
            "none",
            with: [
                "/proc/self/attr/current": "unconfined_u:unconfined_r:unconfined_t:s0\0",
                "/sys/fs/selinux/enforce": "1",
            ]
        ),
        files("confinement", .ok, "the kernel has capability, landlock, yama, apparmor", with: [:]),
        files("confinement", .ok, "none", with: ["/sys/kernel/security/lsm": nil, "/proc/self/attr/current": nil]),
        files("seccomp", .missing, "not in this kernel", with: ["/proc/sys/kernel/seccomp/actions_avail": nil]),
        files(
            "seccomp",
            .missing,
            "cannot user_notif",
            with: [
                "/proc/sys/kernel/seccomp/actions_avail": "kill_process kill_thread trap errno trace log allow\n"
            ]
        ),
        files(
            "seccomp",
            .degraded,
            "seccomp=unconfined",
            with: [
                "/proc/self/status": "Seccomp:\t2\n", "/run/systemd/container": "docker\n",
            ]
        ),
        files("seccomp", .ok, with: ["/proc/self/status": "Seccomp:\t2\n"]),
        Row("landlock", .missing, "we may not ask the kernel for it: EPERM", "SystemCallFilter=") {
            $0.landlock = nil
            $0.landlockRefusal = "EPERM, Operation not permitted"
        },
        Row("landlock", .degraded, "a wall less", "$ sudo mount -t securityfs") {
            $0.landlock = nil
            $0.files["/sys/kernel/security/lsm"] = nil
        },
        Row("landlock", .degraded, "lsm=landlock,capability,yama,apparmor", "update-grub") {
            $0.landlock = nil
            $0.files["/sys/kernel/security/lsm"] = "capability,yama,apparmor"
        },
        Row("landlock", .degraded, "version 1 is too old", "5.19") { $0.landlock = 1 },
        Row("landlock", .ok, "version 4, of which 4 is used; signals") { $0.landlock = 4 },
        Row("landlock", .ok, "version 9, of which 6 is used") { $0.landlock = 9 },
        files(
            "aslr",
            .degraded,
            "off",
            "kernel.randomize_va_space=2",
            with: ["/proc/sys/kernel/randomize_va_space": "0\n"]
        ),
        files("aslr", .degraded, "not of the heap", with: ["/proc/sys/kernel/randomize_va_space": "1\n"]),
        files("aslr", .ok, "not told", with: ["/proc/sys/kernel/randomize_va_space": nil]),
        Row("core-dumps", .missing, "here /usr/lib/systemd/systemd-coredump", "LimitCORE=infinity") {
            $0.limits["core"] = .init(soft: 0, hard: 0)
        },
        Row("core-dumps", .missing, "the kernel still starts a handler", "LimitCORE=infinity") {
            $0.limits["core"] = .init(soft: 0, hard: 0)
            $0.files["/proc/sys/kernel/core_pattern"] = nil
        },
        Row("core-dumps", .ok, "none from boxes") {
            $0.limits["core"] = .init(soft: 0, hard: 0)
            $0.files["/proc/sys/kernel/core_pattern"] = "core\n"
        },
        Row("core-dumps", .missing, "the socket /run/dumps.socket", "kernel.core_pattern=core", asRoot: true) {
            $0.files["/proc/sys/kernel/core_pattern"] = "@@/run/dumps.socket\n"
        },
        Row("core-dumps", .ok, asRoot: true) { $0.limits["core"] = .init(soft: 0, hard: 0) },
        files("core-dumps", .ok, "none from boxes", with: ["/proc/sys/kernel/core_pattern": "core\n"]),
        files(
            "processor-flaws",
            .degraded,
            "mds",
            "microcode",
            with: [
                "/sys/devices/system/cpu/vulnerabilities/mds": "Vulnerable: Clear CPU buffers attempted, no microcode\n"
            ]
        ),
        files(
            "processor-flaws",
            .degraded,
            "boot without mitigations=off",
            "$ sudo sed -i 's/ *mitigations=off//' /etc/default/grub && sudo update-grub && sudo reboot",
            with: [
                "/sys/devices/system/cpu/vulnerabilities/mds": "Vulnerable\n",
                "/proc/cmdline": "root=/dev/sda1 mitigations=off\n",
            ]
        ),
        files(
            "processor-flaws",
            .ok,
            "none open",
            with: [
                "/sys/devices/system/cpu/vulnerabilities/mds": "Not affected\n"
            ]
        ),
    ]
}
