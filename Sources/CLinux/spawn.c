// Like posix_spawn(3), but the child is born in a cgroup: moving it there afterwards would cost an RCU grace period, and
// it would have run outside for a while. The child shares our memory until execve (CLONE_VM | CLONE_VFORK), so it makes
// no allocation and touches nothing of ours but `struct child`.
#include "include/clinux.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <sys/syscall.h>
#include <unistd.h>

struct child {
    const struct linux_spawn_request *request;
    int failure;
};

/// Makes the mounts the child's own: nothing that it or what it starts mounts is ever seen outside. With a root, that is
/// all of the files there are: the old root is gone, not hidden.
static int own_mounts(const struct linux_spawn_request *request) {
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0) { return -1; }
    if (request->root != NULL) {
        if (mount(request->root, request->root, NULL, MS_BIND, NULL) < 0 || chdir(request->root) < 0) { return -1; }
        if (linux_pivot_root(".", ".") < 0 || umount2(".", MNT_DETACH) < 0 || chdir("/") < 0) { return -1; }
    }
    // The one that is there shows the processes of another namespace.
    if (!(request->namespaces & CLONE_NEWPID)) { return 0; }
    return mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
}

/// The descriptors are first copied out of the way of 0 to 3, so that placing one never destroys another.
static int child_main(void *context) {
    struct child *child = context;
    const struct linux_spawn_request *request = child->request;
    int sources[4] = {request->input, request->output, request->error, request->extra};
    int executable = fcntl(request->executable, F_DUPFD_CLOEXEC, 16);
    int copies[4];
    for (int i = 0; i < 4; i++) {
        copies[i] = sources[i] < 0 ? -1 : fcntl(sources[i], F_DUPFD_CLOEXEC, 16);
        if (sources[i] >= 0 && copies[i] < 0) { goto failed; }
    }
    if (executable < 0) { goto failed; }
    for (int i = 0; i < 4; i++) {
        if (copies[i] >= 0 && dup2(copies[i], i) < 0) { goto failed; }
    }
    if (close_range(request->extra < 0 ? 3 : 4, ~0u, CLOSE_RANGE_CLOEXEC) < 0) { goto failed; }
    // All zeroes is SIG_DFL for the kernel. Raw, because libc's sigaction refuses 32 and 33, its own: ignored by whoever
    // started us, they would be ignored in every program. Two signals cannot be changed.
    struct { void *handler; unsigned long flags; void *restorer; uint64_t mask; } action = {0};
    for (int number = 1; number < 65; number++) {
        if (number == SIGKILL || number == SIGSTOP) { continue; }
        if (syscall(SYS_rt_sigaction, number, &action, NULL, sizeof action.mask) < 0) { goto failed; }
    }
    sigset_t none;
    sigemptyset(&none);
    // A session of its own: a Ctrl-C at the terminal is for us, and we end what we have started in good order.
    if (setsid() < 0) { goto failed; }
    // As the child of a new PID namespace it could not ask who its parent is; until here the parent waits for it.
    if (request->dies_with_us && prctl(PR_SET_PDEATHSIG, SIGKILL) < 0) { goto failed; }
    if ((request->namespaces & CLONE_NEWNS) && own_mounts(request) < 0) { goto failed; }
    // Last, as they may be lower than what the steps above need. Limits are a process's own, also while we share memory.
    for (size_t i = 0; i < request->limit_count; i++) {
        struct { uint64_t soft, hard; } limit = {request->limits[i].soft, request->limits[i].hard};
        if (syscall(SYS_prlimit64, 0, request->limits[i].resource, &limit, NULL) < 0) { goto failed; }
    }
    if (sigprocmask(SIG_SETMASK, &none, NULL) < 0) { goto failed; }
    syscall(SYS_execveat, executable, "", request->arguments, request->environment, AT_EMPTY_PATH);
failed:
    child->failure = errno;
    _exit(127);
}

int linux_spawn(const struct linux_spawn_request *request, int *pidfd) {
    enum { stack_size = 64 * 1024 };
    void *stack = mmap(NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (stack == MAP_FAILED) { return -errno; }
    struct child child = {.request = request, .failure = 0};
    struct clone_args arguments = {
        .flags = CLONE_VM | CLONE_VFORK | CLONE_PIDFD | (request->cgroup >= 0 ? CLONE_INTO_CGROUP : 0) | request->namespaces,
        .pidfd = (uint64_t)(uintptr_t)pidfd,
        .exit_signal = SIGCHLD,
        .stack = (uint64_t)(uintptr_t)stack,
        .stack_size = stack_size,
        .cgroup = request->cgroup >= 0 ? (uint64_t)request->cgroup : 0,
    };
    // With our signals blocked no handler of ours runs in the child, on memory that is ours.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    long pid = linux_raw_clone3(&arguments, sizeof arguments, child_main, &child);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    munmap(stack, stack_size);
    if (pid < 0) { return (int)pid; }
    if (child.failure != 0) {
        while (waitpid((pid_t)pid, NULL, 0) < 0 && errno == EINTR) {}
        close(*pidfd);
        *pidfd = -1;
        return -child.failure;
    }
    return (int)pid;
}
