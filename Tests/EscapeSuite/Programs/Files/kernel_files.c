// Opens what /proc tells of the kernel and of the machine, to read and to write.
#include "hostile.h"

int main(void) {
    static const char *const names[] = {
        "/proc/kmsg", "/proc/kcore", "/proc/kallsyms", "/proc/keys", "/proc/key-users", "/proc/timer_list",
        "/proc/sched_debug", "/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/hostname",
        "/proc/sys/vm/drop_caches", "/proc/sys/kernel/ns_last_pid", "/proc/sys/user/max_user_namespaces",
        "/proc/sys/fs/binfmt_misc/register", "/proc/sys/net/ipv4/ip_forward", "/proc/irq", "/proc/bus", "/proc/acpi",
        "/proc/scsi", "/proc/mtrr", "/proc/interrupts", "/proc/modules", "/proc/config.gz", "/proc/cmdline",
        "/proc/version", "/proc/stat", "/proc/meminfo", "/proc/cpuinfo", "/proc/uptime", "/proc/loadavg",
        "/proc/partitions", "/proc/diskstats", "/proc/sysvipc/shm", "/proc/fs", "/proc/driver", "/proc/tty",
        "/proc/vmallocinfo", "/proc/slabinfo", "/proc/pagetypeinfo", "/proc/swaps", "/proc/locks", "/proc/cgroups",
    };
    for (unsigned index = 0; index < sizeof names / sizeof *names; index++) {
        if (open(names[index], O_WRONLY) != -1 || open(names[index], O_RDONLY) != -1) {
            say("%s REACHED\n", names[index]);
        } else if (errno != ENOENT) {
            say("%s refused %s\n", names[index], error());
        }
    }
    say("done\n");
}
