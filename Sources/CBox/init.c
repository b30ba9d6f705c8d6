// The box's init: PID 1 of the run's own PID namespace. It mounts, starts the program, reaps, and never is the program.
#include "box.h"
#include "program.h"
#include "raw.h"

#include <clinux.h>

#include <linux/landlock.h>
#include <linux/sched.h>
#include <linux/types.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <fcntl.h>
#include <time.h>
#include <errno.h>
#include <sched.h>

struct init_arguments {
    struct box_plan *plan;
    char *program_stack;
};

static uint64_t now(void) {
    struct timespec time = {0, 0};
    RAW(SYS_clock_gettime, CLOCK_MONOTONIC, &time, 0, 0, 0);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

void box_fail(struct box_plan *plan, int stage, long index, long result) {
    plan->failed_index = (int32_t)index;
    plan->failed_errno = (int32_t)-result;
    plan->failed_stage = stage;
}

/// Asks for our death when the jailer dies. PDEATHSIG says nothing of a parent that is dead already, so look once after.
static int die_with_the_jailer(struct box_plan *plan) {
    long result = RAW(SYS_prctl, PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (result < 0) { box_fail(plan, BOX_STAGE_PARENT, 0, result); return -1; }
    struct pollfd jailer = {.fd = plan->jailer_pidfd, .events = POLLIN};
    struct timespec zero = {0, 0};
    result = RAW(SYS_ppoll, &jailer, 1, &zero, 0, 0);
    if (result != 0) { box_fail(plan, BOX_STAGE_PARENT, 1, result < 0 ? result : -ESRCH); return -1; }
    return 0;
}

static long copy_file(const struct box_step *step) {
    // The file system is fresh and no program has run in it: nobody can have put a link in the way, and O_EXCL and
    // O_NOFOLLOW make sure of it.
    long file = RAW(SYS_openat, AT_FDCWD, step->path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, step->mode, 0);
    if (file < 0) { return file; }
    int64_t offset = (int64_t)step->offset;
    uint64_t left = step->length;
    long result = 0;
    while (left > 0) {
        result = RAW(SYS_sendfile, file, step->fd, &offset, left > 0x40000000 ? 0x40000000 : left, 0);
        if (result == -EINTR) { continue; }
        if (result == 0) { result = -EIO; }
        if (result < 0) { break; }
        left -= (uint64_t)result;
        result = 0;
    }
    // umask cannot interfere with the mode, nor with the owner, when they are set afterwards.
    if (result == 0) { result = RAW(SYS_fchmod, file, step->mode, 0, 0, 0); }
    if (result == 0) { result = RAW(SYS_fchown, file, step->owner, step->owner, 0, 0); }
    RAW(SYS_close, file, 0, 0, 0, 0);
    return result;
}

static long carry_out(const struct box_step *step) {
    long result;
    switch (step->operation) {
    case BOX_MOUNT:
        return RAW(SYS_mount, step->source, step->path, step->type, step->flags, step->data);
    case BOX_MKDIR:
        result = RAW(SYS_mkdirat, AT_FDCWD, step->path, step->mode, 0, 0);
        if (result < 0) { return result; }
        return RAW(SYS_fchownat, AT_FDCWD, step->path, step->owner, step->owner, AT_SYMLINK_NOFOLLOW);
    case BOX_COPY:
        return copy_file(step);
    default:
        return -EINVAL;
    }
}

/// Makes Landlock's ruleset for the program. Its rules are tied to inodes, among them the roots of file systems that were
/// mounted a moment ago: so it is made here and now, for this box alone. Gives its descriptor, -1 for none, -2 on failure.
static int make_ruleset(struct box_plan *plan) {
    const struct box_restriction *restriction = &plan->restriction;
    if ((restriction->files | restriction->network | restriction->scopes) == 0) { return -1; }
    // Older kernels take the longer structure as long as what they do not know is 0.
    long ruleset = RAW(SYS_landlock_create_ruleset, restriction, sizeof *restriction, 0, 0, 0);
    if (ruleset < 0) { box_fail(plan, BOX_STAGE_LANDLOCK, 0, ruleset); return -2; }
    for (size_t i = 0; i < plan->rule_count; i++) {
        long path = RAW(SYS_openat, AT_FDCWD, plan->rules[i].path, O_PATH | O_CLOEXEC, 0, 0);
        long result = path;
        if (path >= 0) {
            struct landlock_path_beneath_attr rule = {.allowed_access = plan->rules[i].access, .parent_fd = (int)path};
            result = RAW(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0, 0);
            RAW(SYS_close, path, 0, 0, 0, 0);
        }
        if (result < 0) { box_fail(plan, BOX_STAGE_LANDLOCK, (long)i + 1, result); return -2; }
    }
    return (int)ruleset;
}

/// Hands the listener of the program's filter to the jailer, which alone may answer it.
static long send_listener(struct box_plan *plan, int listener) {
    char byte = 0;
    struct iovec content = {.iov_base = &byte, .iov_len = 1};
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int))];
    } control;
    for (size_t i = 0; i < sizeof control; i++) { ((volatile char *)&control)[i] = 0; }
    control.header.cmsg_len = CMSG_LEN(sizeof(int));
    control.header.cmsg_level = SOL_SOCKET;
    control.header.cmsg_type = SCM_RIGHTS;
    *(int *)CMSG_DATA(&control.header) = listener;
    struct msghdr message = {.msg_iov = &content, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    return RAW(SYS_sendmsg, plan->listener_socket, &message, MSG_NOSIGNAL, 0, 0);
}

static long start_program(struct box_plan *plan, struct program_arguments *program, char *stack) {
    struct clone_args arguments = {
        // VM and VFORK: nothing is copied, and we go on only when the program has been executed (or has failed to be).
        // FILES: the listener that the program's process gets for its filter is then ours, too. execve gives the
        // program a table of its own, in which everything but 0, 1 and 2 is closed.
        .flags = CLONE_VM | CLONE_VFORK | CLONE_FILES | CLONE_INTO_CGROUP,
        .exit_signal = SIGCHLD,
        .stack = (uint64_t)(uintptr_t)stack,
        .stack_size = BOX_STACK_SIZE,
        .cgroup = (uint64_t)plan->cgroup,
    };
    return linux_raw_clone3(&arguments, sizeof arguments, box_program, program);
}

/// Waits for the program's first process, then ends whatever else there is in the box; -1 when that is left to our end.
static int reap(struct box_plan *plan, long program) {
    struct rusage usage;
    for (;;) {
        int status = 0;
        long pid = RAW(SYS_wait4, -1, &status, __WALL, &usage, 0);
        if (pid == -EINTR) { continue; }
        if (pid < 0) { break; }
        if (usage.ru_maxrss > plan->max_rss_kib) { plan->max_rss_kib = usage.ru_maxrss; }
        if (pid == program) {
            plan->ended_ns = now();
            plan->wait_status = status;
            plan->has_ended = 1;
            break;
        }
    }
    // Everybody's line of parents leads to us. So when we have no child there is nobody, and nobody has to be looked for:
    // kill(2) would go through all processes of the host, with the lock held that every fork and exit waits for.
    long other = RAW(SYS_wait4, -1, 0, __WALL | WNOHANG, &usage, 0);
    if (other == -ECHILD) { return 0; }
    if (other > 0 && usage.ru_maxrss > plan->max_rss_kib) { plan->max_rss_kib = usage.ru_maxrss; }
    // From PID 1, -1 is every other process of this PID namespace and nothing outside of it.
    long killed = RAW(SYS_kill, -1, SIGKILL, 0, 0, 0);
    // Nobody to kill is nobody to wait for. Whoever could not be killed dies with us.
    if (killed < 0 && killed != -ESRCH) { return -1; }
    for (;;) {
        long pid = RAW(SYS_wait4, -1, 0, __WALL, &usage, 0);
        if (pid == -EINTR) { continue; }
        if (pid < 0) { break; }
        if (usage.ru_maxrss > plan->max_rss_kib) { plan->max_rss_kib = usage.ru_maxrss; }
    }
    return 0;
}

/// Closes all but 0, 1 and 2 and what the program's process and we still need: gap by gap, from below.
static long close_others(struct box_plan *plan, int ruleset) {
    const int32_t needed[] = {
        plan->cgroup, plan->standard_input, plan->standard_output, plan->standard_error, plan->done,
        plan->listener_socket, ruleset,
    };
    long first = 3;
    for (;;) {
        // The lowest that is needed from here on, among two lists that are shorter than sorting would be worth.
        long next = -1;
        for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
            if (needed[i] >= first && (next < 0 || needed[i] < next)) { next = needed[i]; }
        }
        for (size_t i = 0; i < plan->task_count; i++) {
            if (plan->tasks[i] >= first && (next < 0 || plan->tasks[i] < next)) { next = plan->tasks[i]; }
        }
        if (next < 0) { return RAW(SYS_close_range, first, ~0u, 0, 0, 0); }
        if (next > first) {
            long result = RAW(SYS_close_range, first, next - 1, 0, 0, 0);
            if (result < 0) { return result; }
        }
        first = next + 1;
    }
}

static int box_init(void *context) {
    struct init_arguments *init = context;
    struct box_plan *plan = init->plan;
    if (die_with_the_jailer(plan) < 0) { return 1; }

    long result = RAW(SYS_sethostname, plan->hostname, plan->hostname_length, 0, 0, 0);
    if (result < 0) { box_fail(plan, BOX_STAGE_HOSTNAME, 0, result); return 1; }

    for (size_t i = 0; i < plan->step_count; i++) {
        result = carry_out(&plan->steps[i]);
        if (result < 0) { box_fail(plan, BOX_STAGE_STEP, (long)i, result); return 1; }
    }

    int ruleset = make_ruleset(plan);
    if (ruleset < -1) { return 1; }

    // The box is furnished. What follows belongs to the run, and the one before may still be going on.
    if (plan->gate >= 0) {
        char byte;
        // Anything else is no word to begin.
        if (RAW(SYS_read, plan->gate, &byte, 1, 0, 0) != 1) { return 1; }
    }

    // What else the jailer has open is none of ours, and nothing that execve may find on its way: it opens a program's
    // interpreter, whose name the program chooses, before it closes what is close-on-exec. The control socket is among it:
    // its number is below every limit of open files, and the next to be given to the filter's listener, which is made
    // under the program's limit, however many descriptors the jailer has.
    result = close_others(plan, ruleset);
    if (result < 0) { box_fail(plan, BOX_STAGE_DESCRIPTORS, 4, result); return 1; }

    struct program_arguments program = {.plan = plan, .ruleset = ruleset, .listener = -1};
    plan->started_ns = now();
    // It never fails; but a run without a start would have no limit on the clock.
    if (plan->started_ns == 0) { box_fail(plan, BOX_STAGE_CLOCK, 0, -EINVAL); return 1; }
    long pid = start_program(plan, &program, init->program_stack);
    if (pid < 0) { box_fail(plan, BOX_STAGE_CLONE, 0, pid); return 1; }
    // Somebody has killed it on its way; what it would have been must not be taken for what it was.
    if (plan->failed_stage == BOX_STAGE_NONE && !program.has_come_through) {
        box_fail(plan, BOX_STAGE_CLONE, 1, -ECHILD);
        return 1;
    }
    if (program.listener >= 0) {
        result = send_listener(plan, program.listener);
        // Without a listener a killing call would hang instead of being named: that is a failure, not a lesser box.
        if (result < 0) { box_fail(plan, BOX_STAGE_LISTENER, 0, result); return 1; }
    }
    if (plan->failed_stage == BOX_STAGE_NONE) { plan->has_started = 1; }
    // Nothing of ours may keep the program's pipes open; one descriptor is kept, to say that the box is empty.
    RAW(SYS_dup3, plan->done, 0, 0, 0, 0);
    RAW(SYS_close_range, 1, ~0u, 0, 0, 0);
    if (reap(plan, pid) < 0) { return 0; }
    // The jailer can answer now. What is left of the box, its namespaces, is taken down while it does.
    RAW(SYS_write, 0, "", 1, 0, 0);
    return 0;
}

int64_t box_start(struct box_plan *plan, void *stacks, int32_t *pidfd) {
    // On our stack until init has read it would be too short a life: init outlives this call. The program's stack has room.
    struct init_arguments *init = (struct init_arguments *)stacks;
    init->plan = plan;
    init->program_stack = (char *)stacks + BOX_STACK_SIZE;
    struct clone_args arguments = {
        .flags = CLONE_VM | CLONE_PIDFD | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWUTS,
        .pidfd = (uint64_t)(uintptr_t)pidfd,
        .exit_signal = SIGCHLD,
        .stack = (uint64_t)(uintptr_t)stacks,
        .stack_size = BOX_STACK_SIZE,
    };
    return linux_raw_clone3(&arguments, sizeof arguments, box_init, init);
}
