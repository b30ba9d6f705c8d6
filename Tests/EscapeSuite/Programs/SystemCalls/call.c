// Makes the one system call that is named as the argument, with arguments that would hurt.
#include "hostile.h"

#include <linux/aio_abi.h>
#include <linux/bpf.h>
#include <linux/keyctl.h>
#include <linux/perf_event.h>
#include <linux/reboot.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/time.h>
#include <sys/timex.h>
#include <sys/uio.h>

#ifndef SYS_process_mrelease
#define SYS_process_mrelease 448
#endif
#ifndef SYS_quotactl_fd
#define SYS_quotactl_fd 443
#endif

static char text[4096];
static struct iovec piece = {text, sizeof text};
static struct timespec moment = {1000000000, 0};
static struct timex step = {.modes = ADJ_FREQUENCY};
static struct perf_event_attr counter = {.type = PERF_TYPE_SOFTWARE, .size = sizeof(struct perf_event_attr)};
static long zeroes[64];

#define P(address) (long)(address)
#define CALL(name, ...) {#name, SYS_##name, {__VA_ARGS__}}

static const struct {
    const char *name;
    long number;
    long values[6];
} calls[] = {
    CALL(acct, P("/tmp/account")),
    CALL(add_key, P("user"), P("name"), P("secret"), 6, KEY_SPEC_SESSION_KEYRING),
    CALL(adjtimex, P(&step)),
    CALL(bpf, BPF_MAP_CREATE, P(zeroes), sizeof zeroes),
    CALL(chroot, P("/tmp")),
    CALL(clock_adjtime, CLOCK_REALTIME, P(&step)),
    CALL(clock_settime, CLOCK_REALTIME, P(&moment)),
    CALL(clone3, P(zeroes), 64),
    CALL(delete_module, P("loop"), 0),
    CALL(fanotify_init, 0, O_RDONLY),
    CALL(finit_module, 0, P(""), 0),
    CALL(fsconfig, 0, 0, 0, 0, 0),
    CALL(fsmount, 0, 0, 0),
    CALL(fsopen, P("tmpfs"), 0),
    CALL(fspick, AT_FDCWD, P("/"), 0),
    CALL(init_module, P(text), sizeof text, P("")),
    CALL(io_setup, 128, P(zeroes)),
    CALL(io_uring_enter, 0, 0, 0, 0, 0, 0),
    CALL(io_uring_register, 0, 0, 0, 0),
    CALL(io_uring_setup, 8, P(zeroes)),
    CALL(ioperm, 0x70, 2, 1),
    CALL(iopl, 3),
    CALL(kcmp, 1, 2, 0, 0, 0),
    CALL(kexec_file_load, 0, 0, 0, P(""), 0),
    CALL(kexec_load, 0, 0, 0, 0),
    CALL(keyctl, KEYCTL_JOIN_SESSION_KEYRING, P("name")),
    CALL(lookup_dcookie, 1, P(text), sizeof text),
    CALL(memfd_secret, 0),
    CALL(migrate_pages, 1, 1, P(zeroes), P(zeroes)),
    CALL(modify_ldt, 1, P(zeroes), 16),
    CALL(mount, P("tmpfs"), P("/tmp"), P("tmpfs"), 0, 0),
    CALL(mount_setattr, AT_FDCWD, P("/"), 0, P(zeroes), 32),
    CALL(move_mount, AT_FDCWD, P("/"), AT_FDCWD, P("/tmp"), 0),
    CALL(move_pages, 1, 0, 0, 0, 0, 0),
    CALL(mq_open, P("hostile"), O_CREAT | O_RDWR, 0600, 0),
    CALL(name_to_handle_at, AT_FDCWD, P("/"), P(zeroes), P(text), 0),
    CALL(open_by_handle_at, AT_FDCWD, P(zeroes), O_RDONLY),
    CALL(open_tree, AT_FDCWD, P("/"), 1),
    CALL(perf_event_open, P(&counter), 0, -1, -1, 0),
    CALL(personality, 0x0400000),
    CALL(pidfd_getfd, 0, 0, 0),
    CALL(pivot_root, P("/tmp"), P("/tmp")),
    CALL(process_madvise, 0, P(&piece), 1, 21, 0),
    CALL(process_mrelease, 0, 0),
    CALL(process_vm_readv, 1, P(&piece), 1, P(&piece), 1, 0),
    CALL(process_vm_writev, 1, P(&piece), 1, P(&piece), 1, 0),
    CALL(ptrace, PTRACE_TRACEME, 0, 0, 0),
    CALL(quotactl, 0, P("/"), 0, P(text)),
    CALL(quotactl_fd, 0, 0, 0, P(text)),
    CALL(reboot, LINUX_REBOOT_MAGIC1, LINUX_REBOOT_MAGIC2, LINUX_REBOOT_CMD_RESTART, 0),
    CALL(request_key, P("user"), P("name"), 0, KEY_SPEC_SESSION_KEYRING),
    CALL(setdomainname, P("hostile"), 7),
    CALL(sethostname, P("hostile"), 7),
    CALL(setns, 0, CLONE_NEWNS),
    CALL(settimeofday, P(&moment), 0),
    CALL(swapoff, P("/tmp/swap")),
    CALL(swapon, P("/tmp/swap"), 0),
    CALL(syslog, 3, P(text), sizeof text),
    CALL(umount2, P("/proc"), MNT_DETACH),
    CALL(unshare, CLONE_NEWUSER),
    CALL(uselib, P("/box/library")),
    CALL(userfaultfd, 1),
    CALL(ustat, 1, P(zeroes)),
    CALL(vhangup),
    CALL(_sysctl, P(zeroes)),
    {"newest", 600, {0}},
    {"unknown", 4000, {0}},
};

int main(int count, char **arguments) {
    if (count != 2) return 2;
    for (unsigned index = 0; index < sizeof calls / sizeof *calls; index++) {
        if (strcmp(calls[index].name, arguments[1]) != 0) continue;
        const long *value = calls[index].values;
        errno = 0;
        tell(arguments[1], syscall(calls[index].number, value[0], value[1], value[2], value[3], value[4], value[5]));
        return 0;
    }
    return 2;
}
