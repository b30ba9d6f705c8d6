// What each wall of a box costs: the same static program, run with none of them, then with one more in every row.
//
// Not the sandbox itself, which has no switch to leave a wall out: the calls that its jailer and its boxes' inits make, in
// their order, by hand. Built and run by walls.sh, as root; the program that is run is a harmless one.
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/sched.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <clinux.h>

enum wall {
    TWO = 1 << 0,        // an init, and the program below it
    PID = 1 << 1,
    MOUNT = 1 << 2,
    IPC = 1 << 3,
    FILES = 1 << 4,      // /proc, three file systems in memory, the cover over what made them
    CGROUP = 1 << 5,
    OWN_VIEW = 1 << 6,   // the cgroup namespace
    RIGHTS = 1 << 7,     // session, limits, ids, capabilities, no_new_privs
    LANDLOCK = 1 << 8,
    FILTER = 1 << 9,
    LIST = 1 << 10,      // the filter as libseccomp makes it unasked: one comparison after the other
    NETWORK = 1 << 11,
    USER = 1 << 12,
    PROCS = 1 << 13,     // into the cgroup by its parent's write to cgroup.procs
};

static const struct row {
    const char *name;
    int walls;
    int added;  // to which of the rows above the last wall was added; -1: to the one before
} rows[] = {
    {"bare posix_spawn", 0, -1},
    {"an init that starts and reaps the program", TWO, -1},
    {"PID namespace", TWO | PID, -1},
    {"mount namespace with a read-only root", TWO | PID | MOUNT, -1},
    {"IPC and UTS namespaces", TWO | PID | MOUNT | IPC, -1},
    {"/proc, /tmp, /dev/shm, /box of its own", TWO | PID | MOUNT | IPC | FILES, -1},
    {"cgroups: entered at birth (v2), by the entrant (v1)", TWO | PID | MOUNT | IPC | FILES | CGROUP, -1},
    {"cgroup namespace", TWO | PID | MOUNT | IPC | FILES | CGROUP | OWN_VIEW, -1},
    {"session, limits, ids, capabilities, no_new_privs", TWO | PID | MOUNT | IPC | FILES | CGROUP | OWN_VIEW | RIGHTS, -1},
    {"Landlock", TWO | PID | MOUNT | IPC | FILES | CGROUP | OWN_VIEW | RIGHTS | LANDLOCK, -1},
    {"system call filter, as a tree", TWO | PID | MOUNT | IPC | FILES | CGROUP | OWN_VIEW | RIGHTS | LANDLOCK | FILTER, -1},
    {"the filter as a list instead", TWO | PID | MOUNT | IPC | FILES | CGROUP | OWN_VIEW | RIGHTS | LANDLOCK | FILTER | LIST, 9},
    {"a network namespace for each run", TWO | PID | MOUNT | IPC | FILES | CGROUP | OWN_VIEW | RIGHTS | LANDLOCK | FILTER | NETWORK, 10},
    {"a user namespace for each run", TWO | PID | MOUNT | IPC | FILES | CGROUP | OWN_VIEW | RIGHTS | LANDLOCK | FILTER | USER, 10},
    {"cgroups by writing to cgroup.procs instead", TWO | PID | MOUNT | IPC | FILES | CGROUP | OWN_VIEW | RIGHTS | LANDLOCK | FILTER | PROCS, 10},
};
enum { ROWS = sizeof rows / sizeof *rows };

static struct sock_fprog filters[2];
static int unified = -1, tasks[4], procs[4], task_count, null_file;
static char init_stack[65536], program_stack[65536] __attribute__((aligned(16)));
static const char *program;

struct run {
    int walls, output, go;
};

static void fail(const char *what) {
    fprintf(stderr, "walls: could not %s: %s\n", what, strerror(errno));
    _exit(3);
}

static void must(long result, const char *what) {
    if (result < 0) fail(what);
}

static int run_program(void *context) {
    struct run *run = context;
    int walls = run->walls;
    if (walls & CGROUP && !(walls & PROCS)) {
        for (int i = 0; i < task_count; i++) must(write(tasks[i], "0", 1), "enter a cgroup");
    }
    if (walls & OWN_VIEW) must(unshare(CLONE_NEWCGROUP), "make a cgroup namespace");
    dup2(null_file, 0);
    dup2(run->output, 1);
    dup2(run->output, 2);
    syscall(SYS_close_range, 3, ~0u, 4);
    if (walls & RIGHTS) {
        setsid();
        must(chdir("/"), "change the directory");
        setpriority(PRIO_PROCESS, 0, 1);
        struct rlimit limits[] = {{64, 64}, {0, 0}, {1 << 26, 1 << 26}, {1 << 23, 1 << 23}, {1 << 16, 1 << 16}};
        int resources[] = {RLIMIT_NOFILE, RLIMIT_CORE, RLIMIT_STACK, RLIMIT_FSIZE, RLIMIT_MEMLOCK};
        for (int i = 0; i < 5; i++) must(prlimit(0, resources[i], &limits[i], NULL), "set a limit");
        must(syscall(SYS_setgroups, 0, 0), "clear the groups");
        must(syscall(SYS_setresgid, 1000, 1000, 1000), "change the group");
        must(syscall(SYS_setresuid, 1000, 1000, 1000), "change the user");
        struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
        struct __user_cap_data_struct none[2] = {{0, 0, 0}, {0, 0, 0}};
        must(syscall(SYS_capset, &header, none), "drop the capabilities");
        must(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "set no_new_privs");
    }
    if (walls & LANDLOCK) {
        struct landlock_ruleset_attr rules = {.handled_access_fs = (1 << 13) - 1};
        int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
        must(ruleset, "make Landlock's rules");
        const char *paths[] = {"/", "/tmp", "/dev/shm", "/box", "/dev/null", "/proc"};
        for (int i = 0; i < 6; i++) {
            uint64_t access = i == 0 || i == 5 ? 13 : i == 4 ? 6 : (1 << 13) - 1;
            struct landlock_path_beneath_attr rule = {access, open(paths[i], O_PATH | O_CLOEXEC)};
            must(syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0), "add a rule");
            close(rule.parent_fd);
        }
        must(syscall(SYS_landlock_restrict_self, ruleset, 0), "restrict itself");
    }
    if (walls & FILTER) must(syscall(SYS_seccomp, 1, 0, &filters[!!(walls & LIST)]), "install the filter");
    char *arguments[] = {(char *)program, NULL};
    execve(program, arguments, (char *[]){NULL});
    fail("execute the program");
    return 1;
}

static int run_init(void *context) {
    struct run *run = context;
    if (run->walls & (USER | PROCS)) {
        char byte;
        must(read(run->go, &byte, 1), "wait for the parent");
    }
    if (run->walls & FILES) {
        unsigned long quiet = MS_NOSUID | MS_NODEV;
        must(mount("proc", "/proc", "proc", quiet | MS_NOEXEC | MS_RDONLY, "subset=pid,hidepid=2"), "mount /proc");
        must(mount("tmpfs", "/tmp", "tmpfs", quiet, "mode=1777,size=64m,nr_inodes=4096"), "mount /tmp");
        must(mount("tmpfs", "/dev/shm", "tmpfs", quiet, "mode=1777,size=64m,nr_inodes=4096"), "mount /dev/shm");
        must(mount("tmpfs", "/box", "tmpfs", quiet, "mode=755,size=64m,nr_inodes=4096"), "mount /box");
        must(mount("/empty", "/hidden", NULL, MS_BIND, NULL), "cover what is hidden");
    }
    struct clone_args arguments = {
        .flags = CLONE_VM | CLONE_VFORK | (run->walls & CGROUP && !(run->walls & PROCS) ? CLONE_INTO_CGROUP : 0),
        .exit_signal = SIGCHLD,
        .stack = (uint64_t)(uintptr_t)program_stack,
        .stack_size = sizeof program_stack,
        .cgroup = (uint64_t)unified,
    };
    must(linux_raw_clone3(&arguments, sizeof arguments, run_program, run), "start the program");
    close(run->output);
    while (wait4(-1, NULL, __WALL, NULL) > 0) {}
    return 0;
}

// Lets the child of a user namespace of its own be somebody, or puts it into its cgroups.
static void release(pid_t child, int walls, int go) {
    char path[64], text[32];
    int length = snprintf(text, sizeof text, "%d", child);
    if (walls & PROCS) {
        for (int i = 0; i < task_count; i++) must(write(procs[i], text, (size_t)length), "write to cgroup.procs");
    }
    for (int i = 0; walls & USER && i < 2; i++) {
        snprintf(path, sizeof path, "/hostproc/%d/%s", child, i ? "uid_map" : "gid_map");
        int file = open(path, O_WRONLY);
        must(write(file, "0 0 65536", 9), "map the ids");
        close(file);
    }
    must(write(go, "", 1), "let the child go");
}

static double once(int walls) {
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    int output[2], go[2] = {-1, -1};
    must(pipe2(output, O_CLOEXEC), "make a pipe");
    long child;
    if (walls == 0) {
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, null_file, 0);
        posix_spawn_file_actions_adddup2(&actions, output[1], 1);
        pid_t pid;
        errno = posix_spawn(&pid, program, &actions, NULL, (char *[]){(char *)program, NULL}, (char *[]){NULL});
        if (errno) fail("spawn the program");
        posix_spawn_file_actions_destroy(&actions);
        child = pid;
    } else {
        if (walls & (USER | PROCS)) must(pipe2(go, O_CLOEXEC), "make a pipe");
        struct run run = {walls, output[1], go[0]};
        struct clone_args arguments = {
            .flags = CLONE_VM | (walls & PID ? CLONE_NEWPID : 0) | (walls & MOUNT ? CLONE_NEWNS : 0)
                | (walls & IPC ? CLONE_NEWIPC | CLONE_NEWUTS : 0) | (walls & NETWORK ? CLONE_NEWNET : 0)
                | (walls & USER ? CLONE_NEWUSER : 0),
            .exit_signal = SIGCHLD,
            .stack = (uint64_t)(uintptr_t)init_stack,
            .stack_size = sizeof init_stack,
        };
        child = linux_raw_clone3(&arguments, sizeof arguments, run_init, &run);
        if (child < 0) errno = (int)-child;
        must(child, "start the init");
        if (walls & (USER | PROCS)) release((pid_t)child, walls, go[1]);
    }
    close(output[1]);
    char text[64];
    ssize_t length = 0, more;
    while ((more = read(output[0], text + length, sizeof text - (size_t)length)) > 0) length += more;
    if (length != 6 || memcmp(text, "hello\n", 6) != 0) { fprintf(stderr, "walls: %.*s\n", (int)length, text); _exit(3); }
    int status = 0;
    must(waitpid((pid_t)child, &status, __WALL), "wait for the child");
    close(output[0]);
    if (go[0] >= 0) { close(go[0]); close(go[1]); }
    clock_gettime(CLOCK_MONOTONIC, &end);
    if (status != 0) { fprintf(stderr, "walls: the program did not end with 0\n"); _exit(3); }
    return (double)(end.tv_sec - start.tv_sec) * 1e6 + (double)(end.tv_nsec - start.tv_nsec) / 1e3;
}

// The calls that the policies allow come as lines of standard input.
static void make_filters(void) {
    char name[64];
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS)), list = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
    seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
    int count = 0;
    while (scanf("%63s", name) == 1) {
        int number = seccomp_syscall_resolve_name(name);
        if (number < 0) continue;
        count += seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0) == 0;
        seccomp_rule_add(list, SCMP_ACT_ALLOW, number, 0);
    }
    if (count < 100) { fprintf(stderr, "walls: only %d calls were named\n", count); exit(3); }
    scmp_filter_ctx made[] = {filter, list};
    for (int i = 0; i < 2; i++) {
        int file = memfd_create("filter", 0);
        must(seccomp_export_bpf(made[i], file), "make the filter");
        off_t size = lseek(file, 0, SEEK_END);
        filters[i].len = (unsigned short)(size / 8);
        filters[i].filter = malloc((size_t)size);
        must(pread(file, filters[i].filter, (size_t)size, 0), "read the filter");
        close(file);
    }
    printf("filter of %d calls: %d instructions as a tree, %d as a list\n\n", count, filters[0].len, filters[1].len);
}

// As a slot's jailer: in user and network namespaces of its own, with a root that has next to nothing in it.
static void enter(void) {
    int ready[2], mapped[2];
    must(pipe(ready), "make a pipe");
    must(pipe(mapped), "make a pipe");
    pid_t us = getpid(), helper = fork();
    if (helper == 0) {
        char byte, path[64];
        must(read(ready[0], &byte, 1), "wait");
        for (int i = 0; i < 2; i++) {
            snprintf(path, sizeof path, "/proc/%d/%s", us, i ? "uid_map" : "gid_map");
            int file = open(path, O_WRONLY);
            must(write(file, "0 0 65536", 9), "map the ids");
        }
        must(write(mapped[1], "", 1), "say so");
        _exit(0);
    }
    must(unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS), "make namespaces");
    must(write(ready[1], "", 1), "say so");
    char byte;
    must(read(mapped[0], &byte, 1), "wait");
    waitpid(helper, NULL, 0);
    must(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL), "make all mounts private");
    must(mount("tmpfs", "/mnt", "tmpfs", 0, "mode=755,size=16m"), "mount a root");
    const char *made[] = {"proc", "tmp", "dev", "dev/shm", "box", "usr", "empty", "hidden", "hostproc", "old"};
    char path[256];
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        snprintf(path, sizeof path, "/mnt/%s", made[i]);
        must(mkdir(path, 0755), "make a directory");
    }
    const char *devices[] = {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"};
    for (int i = 0; i < 5; i++) {
        snprintf(path, sizeof path, "/mnt%s", devices[i]);
        close(open(path, O_CREAT | O_WRONLY, 0644));
        must(mount(devices[i], path, NULL, MS_BIND, NULL), "show a device");
    }
    must(mount("/usr", "/mnt/usr", NULL, MS_BIND | MS_REC, NULL), "show /usr");
    must(mount("/proc", "/mnt/hostproc", NULL, MS_BIND | MS_REC, NULL), "show /proc");
    close(open("/mnt/hello", O_CREAT | O_WRONLY, 0755));
    must(mount(program, "/mnt/hello", NULL, MS_BIND, NULL), "show the program");
    must(chdir("/mnt"), "go to the root");
    must(syscall(SYS_pivot_root, ".", "old"), "change the root");
    must(umount2("/old", MNT_DETACH), "leave the old root");
    must(chdir("/"), "go to the root");
    program = "/hello";
}

static int compare(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

int main(int count, char **arguments) {
    if (count < 4) { fprintf(stderr, "usage: walls ROUNDS PROGRAM CGROUP2 CGROUP1… <NAMES\n"); return 2; }
    int rounds = atoi(arguments[1]);
    program = arguments[2];
    null_file = open("/dev/null", O_RDWR | O_CLOEXEC);
    unified = open(arguments[3], O_PATH | O_DIRECTORY | O_CLOEXEC);
    must(unified, "open the cgroup");
    for (int i = 3; i < count && task_count < 4; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/cgroup.procs", arguments[i]);
        procs[task_count] = open(path, O_WRONLY | O_CLOEXEC);
        // On v2 the clone itself does it; the file of the same name is for the row that does not.
        snprintf(path, sizeof path, "%s/%s", arguments[i], i == 3 ? "cgroup.procs" : "tasks");
        tasks[task_count] = open(path, O_WRONLY | O_CLOEXEC);
        must(tasks[task_count], "open a cgroup's tasks");
        task_count++;
    }
    make_filters();
    enter();
    double *times[ROWS];
    for (int i = 0; i < ROWS; i++) times[i] = calloc((size_t)rounds, sizeof(double));
    for (int round = -10; round < rounds; round++) {
        for (int i = 0; i < ROWS; i++) {
            double time = once(rows[i].walls);
            if (round >= 0) times[i][round] = time;
        }
    }
    double medians[ROWS];
    printf("%-54s %10s %10s %8s\n", "with one more in each row", "in all", "this one", "ratio");
    for (int i = 0; i < ROWS; i++) {
        qsort(times[i], (size_t)rounds, sizeof(double), compare);
        medians[i] = times[i][rounds / 2];
        int before = rows[i].added >= 0 ? rows[i].added : i - 1;
        if (rows[i].added >= 0 && rows[i - 1].added < 0) printf("what the sandbox does not do:\n");
        if (i == 0) printf("%-54s %7.0f us %13s %8.2f\n", rows[i].name, medians[i], "", 1.0);
        else printf("%-54s %7.0f us %+7.0f us %8.2f\n", rows[i].name, medians[i], medians[i] - medians[before], medians[i] / medians[0]);
    }
    return 0;
}
