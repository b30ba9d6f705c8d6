import Linux
import Sandboxing

/// What makes times vary, and where there is room.
extension FindingStateTests {
    static let times: [Row] = [
        files(
            "turbo",
            .degraded,
            "$ echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo",
            with: [
                "/sys/devices/system/cpu/intel_pstate/no_turbo": "0\n"
            ]
        ),
        files(
            "turbo",
            .degraded,
            "$ echo 0 > /sys/devices/system/cpu/cpufreq/boost",
            asRoot: true,
            with: [
                "/sys/devices/system/cpu/intel_pstate/no_turbo": nil, "/sys/devices/system/cpu/cpufreq/boost": "1\n",
            ]
        ),
        files(
            "turbo",
            .degraded,
            "policy*/boost",
            with: [
                "/sys/devices/system/cpu/intel_pstate/no_turbo": nil,
                "/sys/devices/system/cpu/cpufreq/policy1/boost": "1\n",
            ]
        ),
        files(
            "turbo",
            .ok,
            "off",
            with: [
                "/sys/devices/system/cpu/intel_pstate/no_turbo": nil, "/sys/devices/system/cpu/cpufreq/boost": "0\n",
            ]
        ),
        files("turbo", .ok, "nothing to set", with: ["/sys/devices/system/cpu/intel_pstate/no_turbo": nil]),
        files(
            "frequency",
            .degraded,
            "powersave: short runs",
            "| sudo tee /sys/devices/system/cpu/cpufreq/policy*",
            with: [
                "/sys/devices/system/cpu/cpufreq/policy1/scaling_governor": "powersave\n"
            ]
        ),
        files("frequency", .ok, "performance", with: [:]),
        files(
            "smt",
            .degraded,
            "two processors a core",
            "--pin",
            "$ echo off | sudo tee",
            with: [
                "/sys/devices/system/cpu/smt/active": "1\n"
            ]
        ),
        files("smt", .ok, with: ["/sys/devices/system/cpu/smt/active": nil]),
        files(
            "clock",
            .degraded,
            "hpet",
            "$ echo tsc | sudo tee",
            with: [
                "/sys/devices/system/clocksource/clocksource0/current_clocksource": "hpet\n"
            ]
        ),
        files(
            "clock",
            .degraded,
            "tsc=reliable",
            "tsc=reliable /' /etc/default/grub",
            with: [
                "/sys/devices/system/clocksource/clocksource0/current_clocksource": "acpi_pm\n",
                "/sys/devices/system/clocksource/clocksource0/available_clocksource": "hpet acpi_pm\n",
            ]
        ),
        files(
            "clock",
            .ok,
            "kvm-clock",
            with: [
                "/sys/devices/system/clocksource/clocksource0/current_clocksource": "kvm-clock\n"
            ]
        ),
        files(
            "huge-pages",
            .degraded,
            "always",
            "echo madvise",
            with: [
                "/sys/kernel/mm/transparent_hugepage/enabled": "[always] madvise never\n"
            ]
        ),
        files(
            "huge-pages",
            .ok,
            "never",
            with: ["/sys/kernel/mm/transparent_hugepage/enabled": "always madvise [never]\n"]
        ),
        files("huge-pages", .ok, "not in this kernel", with: ["/sys/kernel/mm/transparent_hugepage/enabled": nil]),
        files(
            "processors",
            .degraded,
            "4, of which we may use 1.5",
            "$ systemctl --user set-property run-r1.scope CPUQuota=",
            with: ["\(scope)/cpu.max": "150000 100000\n"]
        ),
        files(
            "processors",
            .degraded,
            "4, of which we may use 2.0, by /sys/fs/cgroup/user.slice",
            "$ sudo systemctl set-property user.slice CPUQuota=",
            with: ["/sys/fs/cgroup/user.slice/cpu.max": "200000 100000\n"]
        ),
        files("processors", .ok, "4: as many slots", with: ["\(scope)/cpu.max": "max 100000\n"]),
    ]

    static let room: [Row] = [
        Row("state", .missing, "not ours to write", "export ASSAY_STATE=") { $0.writable.remove("/home/alice") },
        Row("state", .missing, "not ours to write") { $0.volume?.isReadOnly = true },
        Row("state", .missing, "cannot be looked at") { $0.volume = nil },
        Row("state", .missing, "holds no files of ours") { $0.volume?.size = 0 },
        Row("state", .missing, "room for 100 MiB") { $0.volume?.available = 100 << 20 },
        Row("state", .missing, "1000 files only") { $0.volume?.availableInodes = 1000 },
        Row("state", .degraded, "room for 1.0 GiB", "make room") { $0.volume?.available = 1 << 30 },
        Row("state", .degraded, "5000 files") { $0.volume?.availableInodes = 5000 },
        Row("state", .ok, "GiB free") {
            $0.volume?.inodes = 0
            $0.volume?.availableInodes = 0
        },
        Row("state", .ok, "in memory: ") {
            $0.files["/proc/self/mountinfo", default: ""] += "90 25 0:50 / /home rw - tmpfs tmpfs rw\n"
        },
        files(
            "memory",
            .degraded,
            "1.9 GiB",
            "4 slots may take 3.0 GiB",
            "$ assay worker --slots 2",
            with: [
                "/proc/meminfo": "MemTotal: 2000000 kB\nMemFree: 1 kB\nMemAvailable: 1900000 kB\n"
            ]
        ),
        files(
            "memory",
            .degraded,
            "our own cgroup may have 512 MiB",
            "$ systemctl --user set-property run-r1.scope MemoryMax=infinity",
            with: ["\(scope)/memory.max": "536870912\n"]
        ),
        files("memory", .ok, "not told", with: ["/proc/meminfo": nil]),
        files("overcommit", .degraded, "vm.overcommit_memory=0", with: ["/proc/sys/vm/overcommit_memory": "2\n"]),
        files("overcommit", .ok, "always", with: ["/proc/sys/vm/overcommit_memory": "1\n"]),
        files("mappings", .degraded, "vm.max_map_count=65530", with: ["/proc/sys/vm/max_map_count": "4096\n"]),
        Row("jailer", .missing, "no such file", "$ sudo make install") { $0.faults["jailer"] = "no such file" },
        Row("jailer", .missing, "no such file", "$ make build") {
            $0.jailer = "/home/alice/assay/.build/release/assay-jailer"
            $0.faults["jailer"] = "no such file"
        },
        Row("jailer", .missing, "not writable by others", "$ sudo chown root /usr/libexec/assay/assay-jailer") {
            $0.faults["jailer"] = "EPERM; it must be root's or ours, and not writable by others"
        },
        Row("policies", .missing, "common.yaml:7: mistake", "mend the file", "$ git checkout") {
            $0.faults["policies"] = "common.yaml:7: mistake"
        },
        Row("policies", .missing, "common.yaml:7: mistake", "$ sudo make install") {
            $0.sandboxes = "/usr/local/share/assay/Sandboxes"
            $0.faults["policies"] = "common.yaml:7: mistake"
        },
    ]
}
