#include "include/clinux.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/openat2.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int linux_prctl(int option, unsigned long a, unsigned long b, unsigned long c, unsigned long d) {
    return prctl(option, a, b, c, d);
}

int linux_pivot_root(const char *new_root, const char *put_old) { return (int)syscall(SYS_pivot_root, new_root, put_old); }

int linux_pidfd_open(int pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

int linux_pidfd_send_signal(int pidfd, int signal) { return (int)syscall(SYS_pidfd_send_signal, pidfd, signal, NULL, 0); }

int linux_openat2(int directory, const char *path, uint64_t flags, uint64_t mode, uint64_t resolve) {
    struct open_how how = {.flags = flags, .mode = mode, .resolve = resolve};
    return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}

int linux_set_ids(uint32_t uid, uint32_t gid) {
    // The group first: once the user has changed, changing the group may no longer be allowed.
    if (syscall(SYS_setresgid, gid, gid, gid) < 0) { return -1; }
    return (int)syscall(SYS_setresuid, uid, uid, uid);
}

int linux_clear_groups(void) { return (int)syscall(SYS_setgroups, 0, NULL); }

static int set_capabilities(int keep_permitted, int make_inheritable) {
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct data[2];
    memset(data, 0, sizeof data);
    if (keep_permitted) {
        if (syscall(SYS_capget, &header, data) < 0) { return -1; }
        for (int i = 0; i < 2; i++) {
            data[i].effective = data[i].permitted;
            data[i].inheritable = make_inheritable ? data[i].permitted : 0;
        }
    }
    return (int)syscall(SYS_capset, &header, data);
}

int linux_drop_capabilities(void) { return set_capabilities(0, 0); }

/// More than there will be: capget(2) has two words of bits.
enum { CAPABILITIES = 64 };

/// Whether a call about `capability` may fail so: only where this kernel, older or newer than our headers, has none such.
static int is_no_capability(int capability) { return errno == EINVAL && capability > CAP_LAST_CAP; }

int linux_keep_capabilities_on_exec(void) {
    if (set_capabilities(1, 1) < 0) { return -1; }
    for (int capability = 0; capability < CAPABILITIES; capability++) {
        if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0) == 0) { continue; }
        if (!is_no_capability(capability)) { return -1; }
    }
    return 0;
}

int linux_forget_capabilities_on_exec(void) {
    if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) < 0) { return -1; }
    if (set_capabilities(1, 0) < 0) { return -1; }
    // Each by its number, and not until the first that fails: a loop that ends too early would leave some behind.
    for (int capability = 0; capability < CAPABILITIES; capability++) {
        if (prctl(PR_CAPBSET_DROP, capability) < 0 && !is_no_capability(capability)) { return -1; }
    }
    for (int capability = 0; capability < CAPABILITIES; capability++) {
        int is_there = prctl(PR_CAPBSET_READ, capability);
        if (is_there < 0 && is_no_capability(capability)) { continue; }
        if (is_there != 0) {
            if (is_there > 0) { errno = EPERM; }
            return -1;
        }
    }
    return 0;
}

int linux_seccomp_next_call(int listener) {
    struct seccomp_notif request;
    memset(&request, 0, sizeof request);
    if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &request) < 0) { return -1; }
    return request.data.nr;
}

int linux_wait_pidfd(int pidfd, int *code, int *status, int flags) {
    siginfo_t info;
    memset(&info, 0, sizeof info);
    int result = waitid(P_PIDFD, (id_t)pidfd, &info, WEXITED | flags);
    *code = info.si_code;
    *status = info.si_status;
    return result;
}

int linux_terminal_columns(int descriptor) {
    struct winsize size;
    return ioctl(descriptor, TIOCGWINSZ, &size) < 0 ? -1 : size.ws_col;
}

int linux_mount_set_attributes(int descriptor, uint64_t attributes, uint64_t propagation) {
    struct mount_attr attr = {.attr_set = attributes, .propagation = propagation};
    return (int)syscall(SYS_mount_setattr, descriptor, "", AT_EMPTY_PATH | AT_RECURSIVE, &attr, sizeof attr);
}

int linux_clone_tree(const char *path) {
    return (int)syscall(SYS_open_tree, AT_FDCWD, path, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
}

int linux_attach_tree(int tree, const char *target) {
    return (int)syscall(SYS_move_mount, tree, "", AT_FDCWD, target, MOVE_MOUNT_F_EMPTY_PATH);
}

int linux_block_signals(const int *numbers, size_t count) {
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < count; i++) { sigaddset(&set, numbers[i]); }
    if (sigprocmask(SIG_BLOCK, &set, NULL) < 0) { return -1; }
    return signalfd(-1, &set, SFD_CLOEXEC);
}

int linux_next_signal(int descriptor) {
    struct signalfd_siginfo info;
    ssize_t count;
    do {
        count = read(descriptor, &info, sizeof info);
    } while (count < 0 && errno == EINTR);
    return count == (ssize_t)sizeof info ? (int)info.ssi_signo : -1;
}

int linux_landlock_version(void) {
#ifdef SYS_landlock_create_ruleset
    return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, 1 /* LANDLOCK_CREATE_RULESET_VERSION */);
#else
    errno = ENOSYS;
    return -1;
#endif
}

enum { word_bits = 64, most_processors = 8192 };

int linux_bind_to_processor(int processor) {
    uint64_t words[most_processors / word_bits] = {0};
    if (processor < 0 || processor >= most_processors) {
        errno = EINVAL;
        return -1;
    }
    words[processor / word_bits] = UINT64_C(1) << processor % word_bits;
    return (int)syscall(SYS_sched_setaffinity, 0, sizeof words, words);
}

int linux_allowed_processors(uint64_t *words, size_t count) {
    long bytes = syscall(SYS_sched_getaffinity, 0, count * sizeof *words, words);
    return bytes < 0 ? -1 : (int)((size_t)bytes / sizeof *words);
}

int linux_has_no_new_privileges(void) { return prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0); }
