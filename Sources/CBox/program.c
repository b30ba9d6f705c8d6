// The program's process until execve. The order of these steps matters; each says why it stands where it stands.
#include "program.h"
#include "raw.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <errno.h>

#define TRY(stage, index, call)                                                                                        \
    do {                                                                                                               \
        long result_ = (call);                                                                                         \
        if (result_ < 0) {                                                                                             \
            box_fail(plan, (stage), (long)(index), result_);                                                           \
            return 127;                                                                                                \
        }                                                                                                              \
    } while (0)

static long drop_capabilities(void) {
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    struct __user_cap_data_struct none[2] = {{0, 0, 0}, {0, 0, 0}};
    return RAW(SYS_capset, &header, none, 0, 0, 0);
}

int box_program(void *context) {
    struct program_arguments *program = context;
    struct box_plan *plan = program->plan;

    // First into the cgroups: everything from here on is the program's, and a write of our own "0" needs no global lock.
    for (size_t i = 0; i < plan->task_count; i++) {
        TRY(BOX_STAGE_CGROUP, i, RAW(SYS_write, plan->tasks[i], "0", 1, 0, 0));
    }
    // A cgroup namespace's root is where its maker is at that moment: made by the clone, before the v1 cgroups were
    // entered, it would show their names in /proc/self/cgroup. From here on everything is "/".
    TRY(BOX_STAGE_CGROUP, plan->task_count, RAW(SYS_unshare, CLONE_NEWCGROUP, 0, 0, 0, 0));
    TRY(BOX_STAGE_SESSION, 0, RAW(SYS_setsid, 0, 0, 0, 0, 0));

    // The three standard descriptors lie above 2 in the jailer, so that none of these overwrites one still needed.
    TRY(BOX_STAGE_DESCRIPTORS, 0, RAW(SYS_dup3, plan->standard_input, 0, 0, 0, 0));
    TRY(BOX_STAGE_DESCRIPTORS, 1, RAW(SYS_dup3, plan->standard_output, 1, 0, 0, 0));
    TRY(BOX_STAGE_DESCRIPTORS, 2, RAW(SYS_dup3, plan->standard_error, 2, 0, 0, 0));
    // All are close-on-exec by themselves; this makes it a rule that does not depend on every open() of ours.
    TRY(BOX_STAGE_DESCRIPTORS, 3, RAW(SYS_close_range, 3, ~0u, 4 /* CLOSE_RANGE_CLOEXEC */, 0, 0));

    TRY(BOX_STAGE_DIRECTORY, 0, RAW(SYS_chdir, plan->directory, 0, 0, 0, 0));
    TRY(BOX_STAGE_DIRECTORY, 1, RAW(SYS_umask, 022, 0, 0, 0, 0));
    TRY(BOX_STAGE_PRIORITY, 0, RAW(SYS_setpriority, PRIO_PROCESS, 0, plan->niceness, 0, 0));

    // Limits before the identity changes: raising a hard limit may need the capabilities of the box's user namespace.
    for (size_t i = 0; i < plan->rlimit_count; i++) {
        struct { uint64_t soft, hard; } limit = {plan->rlimits[i].soft, plan->rlimits[i].hard};
        TRY(BOX_STAGE_RLIMIT, i, RAW(SYS_prlimit64, 0, plan->rlimits[i].resource, &limit, 0, 0));
    }

    // Groups, then gid, then uid: each needs a capability that the next step may take away.
    if (plan->clears_groups) { TRY(BOX_STAGE_IDENTITY, 0, RAW(SYS_setgroups, 0, 0, 0, 0, 0)); }
    TRY(BOX_STAGE_IDENTITY, 1, RAW(SYS_setresgid, plan->gid, plan->gid, plan->gid, 0, 0));
    TRY(BOX_STAGE_IDENTITY, 2, RAW(SYS_setresuid, plan->uid, plan->uid, plan->uid, 0, 0));
    // With a single id setresuid changes nothing and so takes nothing away: drop them by name in every mode. The
    // bounding and ambient sets are empty since the jailer started.
    TRY(BOX_STAGE_CAPABILITIES, 0, drop_capabilities());
    TRY(BOX_STAGE_PRIVILEGES, 0, RAW(SYS_prctl, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));

    // The filter refuses these calls, so this comes before it; and it needs no_new_privs. It restricts us from here on,
    // and there is nothing left that we would open but the program itself.
    if (program->ruleset >= 0) {
        TRY(BOX_STAGE_LANDLOCK, plan->rule_count + 1, RAW(SYS_landlock_restrict_self, program->ruleset, 0, 0, 0, 0));
    }

    uint64_t no_signals = 0;
    TRY(BOX_STAGE_PRIVILEGES, 1, RAW(SYS_rt_sigprocmask, SIG_SETMASK, &no_signals, 0, 8, 0));

    // Last, because the filter forbids most of what stands above. Without privileges it needs no_new_privs.
    struct sock_fprog filter = {.len = plan->filter_length, .filter = (struct sock_filter *)plan->filter};
    long listener = RAW(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &filter, 0, 0);
    TRY(BOX_STAGE_SECCOMP, 0, listener);
    program->listener = (int)listener;

    program->has_come_through = 1;
    long result = RAW(SYS_execve, plan->arguments[0], plan->arguments, plan->environment, 0, 0);
    box_fail(plan, BOX_STAGE_EXEC, 0, result);
    return 127;
}
