// The allocation-free core of a box: from the clone of its init to the program's execve.
//
// Everything here runs in processes that share the jailer's memory (CLONE_VM), so it makes raw system calls only: no
// libc, no errno, no thread-local storage, no allocation. All that it needs is prepared beforehand, in `struct box_plan`.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// What one preparing step of the box's init does.
enum box_operation {
    BOX_MOUNT = 1,   ///< mount(2): source, path, type, flags, data
    BOX_MKDIR = 2,   ///< mkdir(2): path, mode; then chown to `owner`
    BOX_COPY = 3,    ///< make the regular file `path` (mode, owner) out of `length` bytes of `fd` from `offset` on
};

/// One preparing step. Strings are NUL-terminated and live until the box is gone.
struct box_step {
    int32_t operation;
    uint32_t mode;
    const char *path;
    const char *source;
    const char *type;
    const char *data;
    uint64_t flags;
    uint64_t offset;
    uint64_t length;
    int32_t fd;
    uint32_t owner;
};

/// One resource limit, as for prlimit(2).
struct box_rlimit {
    int32_t resource;
    uint64_t soft;
    uint64_t hard;
};

/// What Landlock lets the program do with `path` and all that is below it: bits of LANDLOCK_ACCESS_FS_*.
struct box_rule {
    const char *path;
    uint64_t access;
};

/// What Landlock restricts, as for landlock_create_ruleset(2). Fields that this kernel does not know are 0.
struct box_restriction {
    uint64_t files;
    uint64_t network;
    uint64_t scopes;
};

/// Where the making of a box failed; 0 while nothing has.
enum box_stage {
    BOX_STAGE_NONE = 0,
    BOX_STAGE_PARENT = 1,       ///< asking to die with the jailer
    BOX_STAGE_HOSTNAME = 2,
    BOX_STAGE_STEP = 3,         ///< a preparing step, `failed_index` says which
    BOX_STAGE_CLONE = 4,        ///< the clone of the program's process; `failed_index` 1: it was killed before its execve
    BOX_STAGE_CGROUP = 5,       ///< entering a v1 cgroup, `failed_index` says which; behind them the namespace
    BOX_STAGE_CLOCK = 6,        ///< reading the clock
    BOX_STAGE_SESSION = 7,
    BOX_STAGE_DESCRIPTORS = 8,
    BOX_STAGE_RLIMIT = 9,       ///< a resource limit, `failed_index` says which
    BOX_STAGE_DIRECTORY = 10,
    BOX_STAGE_PRIORITY = 11,
    BOX_STAGE_IDENTITY = 12,
    BOX_STAGE_CAPABILITIES = 13,
    BOX_STAGE_PRIVILEGES = 14,  ///< no_new_privs
    BOX_STAGE_LANDLOCK = 15,    ///< 0: the ruleset; from 1 on its rules; behind them: restricting the program
    BOX_STAGE_SECCOMP = 16,
    BOX_STAGE_LISTENER = 17,    ///< handing the filter's listener to the jailer
    BOX_STAGE_EXEC = 18,        ///< execve itself: the one failure that can be the command's fault
};

/// What to do, prepared by the jailer, and what came of it, written by the box's init. Shared memory.
struct box_plan {
    // What to do.
    const struct box_step *steps;
    size_t step_count;
    const char *hostname;
    size_t hostname_length;
    int32_t jailer_pidfd;         ///< readable once the jailer is dead
    int32_t cgroup;               ///< directory of the unified leaf that the program is born in
    const int32_t *tasks;         ///< `tasks` files of v1 leaves, to which the program writes "0"
    size_t task_count;
    int32_t standard_input;
    int32_t standard_output;
    int32_t standard_error;
    int32_t gate;                 ///< where init waits before the program's start until it can read; -1: it does not wait
    int32_t done;                 ///< a byte is written here when no process but init is left in the box
    int32_t listener_socket;      ///< over which the seccomp listener goes to the jailer
    const struct box_rlimit *rlimits;
    size_t rlimit_count;
    const char *directory;
    int32_t niceness;
    uint32_t uid;
    uint32_t gid;
    int32_t clears_groups;        ///< whether setgroups(2) is allowed here
    struct box_restriction restriction; ///< all 0 where there is no Landlock
    const struct box_rule *rules; ///< what it lets the program do nevertheless
    size_t rule_count;
    const void *filter;           ///< struct sock_filter[]
    uint16_t filter_length;
    const char *const *arguments; ///< NULL-terminated
    const char *const *environment;

    // What came of it.
    volatile int32_t failed_stage;
    volatile int32_t failed_index;
    volatile int32_t failed_errno;
    volatile int32_t has_started;  ///< the program was executed
    volatile int32_t has_ended;    ///< the program's first process was reaped, `wait_status` is valid
    volatile int32_t wait_status;
    volatile uint64_t started_ns;  ///< CLOCK_MONOTONIC just before the program's clone
    volatile uint64_t ended_ns;    ///< CLOCK_MONOTONIC just after its first process was reaped
    volatile int64_t max_rss_kib;  ///< largest resident set of a reaped process
};

/// The descriptor under which the jailer has its control socket.
enum { BOX_CONTROL = 3 };

/// Bytes of stack each of the two processes needs.
enum { BOX_STACK_SIZE = 64 * 1024 };

/// Clones the box's init into new pid, mount, IPC and UTS namespaces; it carries the plan out and exits when the box is
/// empty. Returns its pid in the jailer's pid namespace, or a negative errno. `pidfd` receives its pidfd.
///
/// `stacks` are 2 × BOX_STACK_SIZE bytes, 16-byte aligned, which must live (like the plan) until init is reaped.
int64_t box_start(struct box_plan *plan, void *stacks, int32_t *pidfd);
