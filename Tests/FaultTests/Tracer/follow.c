// Following processes from call to call.
#include "tracer.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <linux/ptrace.h>

enum { MAX_TRACEES = 512 };

struct tracee {
    pid_t pid;
    struct role *role;
    bool is_waiting;   ///< it has stopped, and goes on once its role is known
    bool fails;        ///< the call that it is in is to give the error
    long call;         ///< the last one that it entered
};

static struct tracee tracees[MAX_TRACEES];
static struct role roles[MAX_ROLES];
static int role_count;
static const struct specification *specification;
static FILE *log_file;

static const char *role_name(const struct role *role, char buffer[32]) {
    static const char *const names[] = {"new", "outside", "worker", "spawn", "enter", "serve", "init", "program", "collector"};
    int length = snprintf(buffer, 32, "%s%s", specification->prefix, names[role->kind]);
    if (role->ordinal != 0) { snprintf(buffer + length, 32 - (size_t)length, "%d", role->ordinal); }
    return buffer;
}

static struct role *role_of(enum kind kind, int ordinal) {
    for (int i = 0; i < role_count; i++) {
        if (roles[i].kind == kind && roles[i].ordinal == ordinal) { return &roles[i]; }
    }
    if (role_count == MAX_ROLES) { give_up("too many roles"); }
    roles[role_count] = (struct role){.kind = kind, .ordinal = ordinal};
    return &roles[role_count++];
}

/// The next of a kind of which there are many.
static struct role *next_role(enum kind kind) {
    int ordinal = 1;
    for (int i = 0; i < role_count; i++) {
        if (roles[i].kind == kind && roles[i].ordinal >= ordinal) { ordinal = roles[i].ordinal + 1; }
    }
    return role_of(kind, ordinal);
}

static struct tracee *tracee_of(pid_t pid) {
    struct tracee *free_place = NULL;
    for (int i = 0; i < MAX_TRACEES; i++) {
        if (tracees[i].pid == pid) { return &tracees[i]; }
        if (tracees[i].pid == 0 && free_place == NULL) { free_place = &tracees[i]; }
    }
    if (free_place == NULL) { give_up("too many processes"); }
    *free_place = (struct tracee){.pid = pid, .role = role_of(KIND_NEW, 0), .call = -1};
    return free_place;
}

static void go_on(struct tracee *tracee, int signal) {
    tracee->is_waiting = false;
    // Killed meanwhile: its end is still to come.
    if (ptrace(PTRACE_SYSCALL, tracee->pid, 0, (long)signal) < 0 && errno != ESRCH) { give_up("PTRACE_SYSCALL"); }
}

static void let_go(struct tracee *tracee) {
    ptrace(PTRACE_DETACH, tracee->pid, 0, 0);
    tracee->pid = 0;
}

/// What a child of `parent` is.
static struct role *role_of_child(const struct tracee *parent, int event) {
    switch (parent->role->kind) {
    case KIND_ENTER:
    case KIND_SERVE: return next_role(parent->call == SYS_clone3 ? KIND_INIT : KIND_COLLECTOR);
    case KIND_INIT: return role_of(KIND_PROGRAM, parent->role->ordinal);
    case KIND_WORKER: return event == PTRACE_EVENT_VFORK ? next_role(KIND_SPAWN) : parent->role;
    default: return parent->role;
    }
}

static void has_child(struct tracee *parent, int event) {
    unsigned long number = 0;
    if (ptrace(PTRACE_GETEVENTMSG, parent->pid, 0, &number) < 0) { return; }
    struct tracee *child = tracee_of((pid_t)number);
    child->role = role_of_child(parent, event);
    char buffer[32];
    fprintf(log_file, "start %s %d\n", role_name(child->role, buffer), child->pid);
    if (child->is_waiting) { go_on(child, 0); }
}

/// Returns false when it is followed no longer.
static bool has_executed(struct tracee *tracee, bool is_jailer) {
    switch (tracee->role->kind) {
    case KIND_OUTSIDE: tracee->role = role_of(is_jailer ? KIND_ENTER : KIND_WORKER, 0); return true;
    case KIND_ENTER: tracee->role = role_of(KIND_SERVE, 0); return true;
    case KIND_PROGRAM:
    case KIND_SPAWN: let_go(tracee); return false;
    default: return true;
    }
}

/// Returns false when it is followed no longer.
static bool at_entry(struct tracee *tracee, long call) {
    tracee->call = call;
    if (call < 0 || call >= MAX_CALLS || tracee->role->kind <= KIND_OUTSIDE) { return true; }
    char buffer[32];
    const char *name = role_name(tracee->role, buffer);
    long occurrence = ++tracee->role->counts[call];
    if (specification->lists) { fprintf(log_file, "call %s %ld %ld\n", name, call, occurrence); }
    if (call != specification->call || occurrence != specification->occurrence || strcmp(name, specification->role) != 0) {
        // Before it executes anything, not after: a set-user-ID program gets no privileges while an ordinary user traces it.
        if (tracee->role->kind != KIND_SPAWN || (call != SYS_execve && call != SYS_execveat)) { return true; }
        let_go(tracee);
        return false;
    }
    fprintf(log_file, "fault %s %d\n", name, tracee->pid);
    if (specification->error == 0) {
        kill(tracee->pid, SIGKILL);
    } else if (call == SYS_close || skip_call(tracee->pid) == 0) {
        // close(2) gives the number free on Linux, whatever it returns: a close that was not made could not be.
        tracee->fails = true;
    }
    return true;
}

/// Returns false when it is followed no longer.
static bool at_call(struct tracee *tracee) {
    struct __ptrace_syscall_info info;
    memset(&info, 0, sizeof info);
    if (ptrace(PTRACE_GET_SYSCALL_INFO, tracee->pid, sizeof info, &info) < 0) { return true; }
    if (info.op == PTRACE_SYSCALL_INFO_ENTRY) { return at_entry(tracee, (long)info.entry.nr); }
    if (info.op == PTRACE_SYSCALL_INFO_EXIT && tracee->fails) {
        tracee->fails = false;
        set_result(tracee->pid, -specification->error);
    }
    return true;
}

static void has_stopped(struct tracee *tracee, int status, bool is_jailer) {
    int signal = WSTOPSIG(status);
    int event = status >> 16;
    if (signal == (SIGTRAP | 0x80)) {
        if (at_call(tracee)) { go_on(tracee, 0); }
        return;
    }
    switch (event) {
    case PTRACE_EVENT_CLONE:
    case PTRACE_EVENT_FORK:
    case PTRACE_EVENT_VFORK:
        has_child(tracee, event);
        break;
    case PTRACE_EVENT_EXEC:
        if (!has_executed(tracee, is_jailer)) { return; }
        break;
    case PTRACE_EVENT_STOP:
        if (tracee->role->kind == KIND_NEW) {
            // Its parent will say what it is.
            tracee->is_waiting = true;
            return;
        }
        if (signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU) {
            ptrace(PTRACE_LISTEN, tracee->pid, 0, 0);
            return;
        }
        break;
    default:
        go_on(tracee, signal);
        return;
    }
    go_on(tracee, 0);
}

int follow(pid_t first, bool is_jailer, const struct specification *what, FILE *log) {
    specification = what;
    log_file = log;
    tracee_of(first)->role = role_of(KIND_OUTSIDE, 0);
    go_on(tracee_of(first), 0);
    int result = 0;
    for (;;) {
        int status = 0;
        pid_t pid = waitpid(-1, &status, __WALL);
        if (pid < 0 && errno == EINTR) { continue; }
        if (pid < 0) { break; }
        struct tracee *tracee = tracee_of(pid);
        if (WIFSTOPPED(status)) {
            has_stopped(tracee, status, is_jailer);
            continue;
        }
        if (pid == first) { result = status; }
        char buffer[32];
        fprintf(log, "gone %s %d %d\n", role_name(tracee->role, buffer), pid, status);
        tracee->pid = 0;
    }
    fprintf(log, "end\n");
    fflush(log);
    return result;
}
