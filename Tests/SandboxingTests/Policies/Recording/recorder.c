// recorder PROGRAM ARGUMENT...: runs the program, and tells which system calls it and all its descendants have made.
//
// The kernel stops a traced process at the entry of a call before it asks the filter, so that refused calls are seen as
// well, and the program hears of each call what it hears in any other box. The record goes to standard error, behind
// everything else: a line "#call NUMBER DETAIL ERRNO" for each different one. DETAIL is the argument that decides about
// the call, where there is one, and ERRNO is -1 for a call that never came back.
#include <errno.h>
#include <elf.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <linux/ptrace.h>

enum { CALLS = 1 << 14, THREADS = 1 << 12 };

static struct { int64_t number; uint64_t detail; int error; } calls[CALLS];
static unsigned call_count;

// What each thread is in the middle of; threads are few, and a number that has gone is overwritten.
static struct { pid_t thread; int is_inside; int64_t number; uint64_t detail; } threads[THREADS];

static unsigned place(pid_t thread) {
    unsigned start = (unsigned)thread % THREADS;
    for (unsigned step = 0; step < THREADS; step++) {
        unsigned index = (start + step) % THREADS;
        if (threads[index].thread == thread || threads[index].thread == 0) { return index; }
    }
    fprintf(stderr, "recorder: too many threads\n");
    exit(125);
}

static void record(int64_t number, uint64_t detail, int error) {
    for (unsigned index = 0; index < call_count; index++) {
        if (calls[index].number == number && calls[index].detail == detail && calls[index].error == error) { return; }
    }
    if (call_count == CALLS) { return; }
    calls[call_count].number = number;
    calls[call_count].detail = detail;
    calls[call_count++].error = error;
}

static uint64_t detail(int64_t number, const __u64 *arguments) {
    switch (number) {
    case SYS_clone: case SYS_unshare: case SYS_prctl: case SYS_personality: case SYS_socket: case SYS_socketpair:
    case SYS_membarrier: case SYS_setpriority: case SYS_setrlimit:
#ifdef SYS_arch_prctl
    case SYS_arch_prctl:
#endif
        return (uint32_t)arguments[0];
    case SYS_fcntl: case SYS_ioctl: case SYS_prlimit64: case SYS_sched_setscheduler: case SYS_memfd_create:
        return (uint32_t)arguments[1];
    case SYS_setsockopt: case SYS_getsockopt: return arguments[1] << 16 | arguments[2];
    case SYS_madvise: case SYS_msync: return (uint32_t)arguments[2];
    case SYS_mmap: return (uint32_t)arguments[3];
    case SYS_mremap: return (uint32_t)arguments[3];
    default: return 0;
    }
}

static void look(pid_t thread) {
    struct ptrace_syscall_info info;
    if (ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof info, &info) <= 0) { return; }
    unsigned index = place(thread);
    threads[index].thread = thread;
    if (info.op == PTRACE_SYSCALL_INFO_ENTRY) {
        threads[index].is_inside = 1;
        threads[index].number = (int64_t)info.entry.nr;
        threads[index].detail = detail((int64_t)info.entry.nr, info.entry.args);
    } else if (info.op == PTRACE_SYSCALL_INFO_EXIT && threads[index].is_inside) {
        threads[index].is_inside = 0;
        int error = info.exit.is_error ? (int)-info.exit.rval : 0;
        // The kernel's own errors, after which it makes a call once more, say nothing.
        if (error < 512) { record(threads[index].number, threads[index].detail, error); }
    }
}

static void gone(pid_t thread) {
    unsigned index = place(thread);
    if (threads[index].thread == thread && threads[index].is_inside) {
        threads[index].is_inside = 0;
        record(threads[index].number, threads[index].detail, -1);
    }
}

static void tell(void) {
    fprintf(stderr, "\n");
    for (unsigned index = 0; index < call_count; index++) {
        fprintf(stderr, "#call %lld %llu %d\n", (long long)calls[index].number, (unsigned long long)calls[index].detail,
                calls[index].error);
    }
    fflush(stderr);
}

int main(int count, char **arguments) {
    if (count < 2) { return 125; }
    pid_t first = fork();
    if (first < 0) { return 125; }
    if (first == 0) {
        if (ptrace(PTRACE_TRACEME, 0, 0, 0) < 0) {
            perror("recorder: ptrace");
            _exit(125);
        }
        raise(SIGSTOP);
        execv(arguments[1], arguments + 1);
        perror("recorder: execv");
        _exit(127);
    }
    // What is left of standard input is the program's.
    close(0);
    int status;
    if (waitpid(first, &status, __WALL) != first || !WIFSTOPPED(status)) { return 125; }
    long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE
        | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
    if (ptrace(PTRACE_SETOPTIONS, first, 0, options) < 0) { return 125; }
    ptrace(PTRACE_SYSCALL, first, 0, 0);
    int result = 125;
    for (;;) {
        pid_t thread = waitpid(-1, &status, __WALL);
        if (thread < 0) {
            if (errno == EINTR) { continue; }
            break;
        }
        if (WIFEXITED(status) || WIFSIGNALED(status)) {
            gone(thread);
            if (thread == first) {
                result = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
                // Whoever is left would go on when the box's first process, which is us, has ended: no longer.
                break;
            }
            continue;
        }
        int signal = WSTOPSIG(status);
        int event = status >> 16;
        if (signal == (SIGTRAP | 0x80)) {
            look(thread);
            signal = 0;
        } else if (event != 0 || signal == SIGTRAP) {
            // A new thread's first stop, a fork, an execve: an execve leaves only one thread, with the number of the first.
            signal = 0;
        } else if (signal == SIGSTOP) {
            // A new process begins with one.
            signal = 0;
        }
        ptrace(PTRACE_SYSCALL, thread, 0, signal);
    }
    tell();
    return result;
}
