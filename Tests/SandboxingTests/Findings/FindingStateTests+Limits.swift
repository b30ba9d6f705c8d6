import Linux
import Sandboxing

/// What enforces limits.
extension FindingStateTests {
    static let limits: [Row] = [
        files("cgroups", .missing, "cannot be read", with: ["/proc/self/cgroup": nil]),
        Row("cgroups", .missing, "not ours to write", "systemd-run --user --scope -p Delegate=yes") {
            $0.writable.remove(scope)
        },
        Row("cgroups", .missing, "systemd-run --scope -p Delegate=yes assay", asRoot: true) {
            $0.writable.remove(scope)
        },
        Row("cgroups", .missing, "$ sudo sh -c '", "setpriv --reuid=1000 --regid=1000") {
            $0.writable.remove(scope)
            $0.files["/run/systemd/system"] = nil
        },
        files(
            "cgroups",
            .missing,
            "2 other processes are in",
            "Delegate=yes",
            with: [
                "\(scope)/cgroup.procs": "4242\n4000\n4001\n"
            ]
        ),
        files("cgroups", .missing, "another process is in", with: ["\(scope)/cgroup.procs": "4000\n4242\n"]),
        files("cgroups", .missing, "no memory and pids controllers", with: ["\(scope)/cgroup.controllers": "cpu io\n"]),
        files(
            "cgroups",
            .missing,
            "boot without cgroup_disable=memory",
            with: [
                "\(scope)/cgroup.controllers": "cpu pids\n", "/proc/cmdline": "quiet cgroup_disable=memory\n",
            ]
        ),
        files(
            "cgroups",
            .degraded,
            "counts against no limit",
            "boot without cgroup.memory=nosocket,nokmem",
            with: ["/proc/cmdline": "quiet cgroup.memory=nosocket,nokmem ro\n"]
        ),
        files("cgroups", .ok, "v2, below", with: ["/proc/cmdline": "quiet cgroup.memory=nosocket nokmem\n"]),
        files(
            "cgroups",
            .missing,
            "mount -t cgroup2",
            with: [
                "/proc/self/mountinfo": "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n"
            ]
        ),
        files(
            "swap",
            .ok,
            "boxes are kept off it",
            with: ["/proc/swaps": "Filename Type Size\n/dev/sda2 partition 1000\n"]
        ),
        files(
            "processes",
            .degraded,
            "pid_max",
            "$ echo kernel.pid_max=",
            with: ["/proc/sys/kernel/pid_max": "1024\n"]
        ),
        files(
            "processes",
            .degraded,
            "our own cgroup may have 100",
            "$ systemctl --user set-property run-r1.scope TasksMax=infinity",
            with: ["\(scope)/pids.max": "100\n"]
        ),
        files(
            "processes",
            .degraded,
            "/user-1000.slice, in which we are, may have 500",
            "$ sudo systemctl set-property user-1000.slice TasksMax=infinity",
            with: ["/sys/fs/cgroup/user.slice/user-1000.slice/pids.max": "500\n"]
        ),
        Row("processes", .degraded, "may have 500", "$ echo max | sudo tee /sys/fs/cgroup/user.slice/pids.max") {
            $0.files["/run/systemd/system"] = nil
            $0.files["/sys/fs/cgroup/user.slice/pids.max"] = "500\n"
        },
        files("processes", .ok, with: ["\(scope)/pids.max": "max\n"]),
        Row("ulimits", .missing, "stack 8388608", "LimitSTACK=infinity", "$ printf '* - stack unlimited") {
            $0.limits["stack"] = .init(soft: 8 << 20, hard: 8 << 20)
        },
        Row("ulimits", .ok) { $0.limits["stack"] = .init(soft: 8 << 20, hard: nil) },
        Row("ulimits", .ok) { $0.limits["as"] = .init(soft: 1 << 30, hard: nil) },
        Row("ulimits", .degraded, "nofile 1024, cpu 3600", "LimitNOFILE=infinity LimitCPU=infinity") {
            $0.limits["nofile"] = .init(soft: 1024, hard: 1024)
            $0.limits["cpu"] = .init(soft: 3600, hard: 3600)
        },
        Row("ulimits", .missing, "which is refused: nofile 1024, as 1099511627776") {
            $0.limits["nofile"] = .init(soft: 1024, hard: 1024)
            $0.limits["as"] = .init(soft: 1 << 40, hard: 1 << 40)
        },
        Row("ulimits", .missing, "nofile 256") { $0.limits["nofile"] = .init(soft: 256, hard: 256) },
        Row("ulimits", .missing, "nproc 100") { $0.limits["nproc"] = .init(soft: 100, hard: 100) },
        Row("ulimits", .missing, "data 300000000") { $0.limits["data"] = .init(soft: nil, hard: 300_000_000) },
        Row("ulimits", .missing, "cpu 1") { $0.limits["cpu"] = .init(soft: 1, hard: 1) },
        Row("ulimits", .missing, "fsize 8388608") { $0.limits["fsize"] = .init(soft: 8 << 20, hard: 8 << 20) },
        Row("etc", .missing, "passwd: ENOENT", "git checkout -- Sandboxes/etc") {
            $0.faults["etc"] = "/src/Sandboxes/etc/passwd: ENOENT"
        },
        Row("ulimits", .missing, "$ ulimit -s unlimited", asRoot: true) {
            $0.limits["stack"] = .init(soft: 8 << 20, hard: 8 << 20)
        },
    ]

    /// The cgroup of that host's assay.
    static let scope =
        "/sys/fs/cgroup/user.slice/user-1000.slice/user@1000.service/app.slice/run-r1.scope"
}
