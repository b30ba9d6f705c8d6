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
#include <linux/seccomp.h>
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
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <clinux.h>

// In the order in which the rows add them; from LIST on what the sandbox does not do.
enum wall {
    TWO = 1 << 0,        // an init, and the program below it
    ERROR = 1 << 1,      // a second pipe
    PID = 1 << 2,
    MOUNT = 1 << 3,
    IPC = 1 << 4,
    FILES = 1 << 5,      // /proc, two file systems in memory, the cover over what made them
    ARTIFACT = 1 << 6,   // the program is in a directory of the store, which is bound to /box
    CGROUP = 1 << 7,
    OWN_VIEW = 1 << 8,   // the cgroup namespace
    RIGHTS = 1 << 9,     // session, limits, ids, capabilities, no_new_privs
    LANDLOCK = 1 << 10,
    FILTER = 1 << 11,    // and its listener, which is handed to the parent
    LIST = 1 << 12,      // a filter as libseccomp makes it unasked: one comparison after the other
    NETWORK = 1 << 13,
    USER = 1 << 14,
    PROCS = 1 << 15,     // into the cgroup by its parent's write to cgroup.procs
};

// A wall and all before it.
#define UP_TO(wall) ((wall) * 2 - 1)

static const struct row {
    const char *name;
    int walls;
    int beside;  // the walls of the row that this one is compared with; -1: the one before
} rows[] = {
    {"bare posix_spawn", 0, -1},
    {"an init that starts and reaps the program", UP_TO(TWO), -1},
    {"a pipe of its own for standard error", UP_TO(ERROR), -1},
    {"PID namespace", UP_TO(PID), -1},
    {"mount namespace with a read-only root", UP_TO(MOUNT), -1},
    {"IPC and UTS namespaces", UP_TO(IPC), -1},
    {"/proc, /tmp, /dev/shm of its own", UP_TO(FILES), -1},
    {"the artifact's directory, bound to /box", UP_TO(ARTIFACT), -1},
    {"cgroups: entered at birth (v2), by the entrant (v1)", UP_TO(CGROUP), -1},
    {"cgroup namespace", UP_TO(OWN_VIEW), -1},
    {"session, limits, ids, capabilities, no_new_privs", UP_TO(RIGHTS), -1},
    {"Landlock", UP_TO(LANDLOCK), -1},
    {"the filter, and its listener handed over", UP_TO(FILTER), -1},
    {"a list by libseccomp instead, of whole calls", UP_TO(LIST), UP_TO(LANDLOCK)},
    {"a network namespace for each run", UP_TO(FILTER) | NETWORK, UP_TO(FILTER)},
    {"a user namespace for each run", UP_TO(FILTER) | USER, UP_TO(FILTER)},
    {"cgroups by writing to cgroup.procs instead", UP_TO(FILTER) | PROCS, UP_TO(FILTER)},
};
enum { ROWS = sizeof rows / sizeof *rows };

static struct sock_fprog filters[2];
static int unified = -1, tasks[4], procs[4], task_count, null_file;
static int listeners[2];  // a pair of sockets: where the parent receives, where inits send
static char init_stack[65536], program_stack[65536] __attribute__((aligned(16)));
static const char *store;

struct run {
    int walls, output, error, go, ruleset;
    volatile int listener;
};

static const char *program(int walls) { return walls & ARTIFACT ? "/box/hello" : "/hello"; }

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
        // The first is v2's, in which it was born.
        for (int i = 1; i < task_count; i++) must(write(tasks[i], "0", 1), "enter a cgroup");
    }
    if (walls & OWN_VIEW) must(unshare(CLONE_NEWCGROUP), "make a cgroup namespace");
    dup2(null_file, 0);
    dup2(run->output, 1);
    dup2(run->error, 2);
    syscall(SYS_close_range, 3, ~0u, 4);
    if (walls & RIGHTS) {
        setsid();
        must(chdir(walls & ARTIFACT ? "/box" : "/"), "change the directory");
        umask(022);
        setpriority(PRIO_PROCESS, 0, 1);
        static const struct { int resource; rlim_t limit; } limits[] = {
            {RLIMIT_CPU, 13}, {RLIMIT_STACK, 1 << 26}, {RLIMIT_FSIZE, 1 << 23}, {RLIMIT_NOFILE, 64},
            {RLIMIT_AS, RLIM_INFINITY}, {RLIMIT_DATA, RLIM_INFINITY}, {RLIMIT_MEMLOCK, 1 << 16},
            {RLIMIT_SIGPENDING, 4096}, {RLIMIT_MSGQUEUE, 0}, {RLIMIT_NICE, 0}, {RLIMIT_RTPRIO, 0}, {RLIMIT_CORE, 0},
        };
        for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
            struct rlimit limit = {limits[i].limit, limits[i].limit};
            must(prlimit(0, limits[i].resource, &limit, NULL), "set a limit");
        }
        must(syscall(SYS_setgroups, 0, 0), "clear the groups");
        must(syscall(SYS_setresgid, 1000, 1000, 1000), "change the group");
        must(syscall(SYS_setresuid, 1000, 1000, 1000), "change the user");
        struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
        struct __user_cap_data_struct none[2] = {{0, 0, 0}, {0, 0, 0}};
        must(syscall(SYS_capset, &header, none), "drop the capabilities");
        must(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "set no_new_privs");
    }
    if (walls & LANDLOCK) must(syscall(SYS_landlock_restrict_self, run->ruleset, 0), "restrict itself");
    if (walls & FILTER) {
        struct sock_fprog *filter = &filters[!!(walls & LIST)];
        long listener = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, filter);
        must(listener, "install the filter");
        run->listener = (int)listener;
    }
    char *arguments[] = {(char *)program(walls), NULL};
    execve(arguments[0], arguments, (char *[]){NULL});
    fail("execute the program");
    return 1;
}

// All that the kernel's version of Landlock can refuse, as Sources/Linux/Processes/Landlock.swift has it: the header that
// is here may be older than the kernel.
static int make_ruleset(void) {
    int version = linux_landlock_version();
    if (version < 2) { errno = ENOSYS; return -1; }
    struct { uint64_t files, network, scopes; } rules = {
        .files = (1 << (version == 2 ? 14 : version < 5 ? 15 : 16)) - 1,
        .network = version >= 4 ? 3 : 0,
        .scopes = version >= 6 ? 3 : 0,
    };
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
    if (ruleset < 0) return ruleset;
    // Execute, read and list; write; all that changes a file system but device nodes and sockets.
    uint64_t reading = 1 << 0 | 1 << 2 | 1 << 3, writing = 1 << 1, changing = 0x75b2;
    struct { const char *path; uint64_t access; } allowed[] = {
        {"/", reading}, {"/dev", writing}, {"/tmp", changing}, {"/dev/shm", changing},
    };
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
        struct landlock_path_beneath_attr rule = {
            .allowed_access = allowed[i].access & rules.files,
            .parent_fd = open(allowed[i].path, O_PATH | O_CLOEXEC),
        };
        must(syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0), "add a rule");
        close(rule.parent_fd);
    }
    return ruleset;
}

// Sends the filter's listener, or -1.
static void send_listener(int listener) {
    char byte = 0;
    struct iovec content = {&byte, 1};
    union { struct cmsghdr header; char space[CMSG_SPACE(sizeof(int))]; } control = {0};
    control.header.cmsg_len = CMSG_LEN(sizeof(int));
    control.header.cmsg_level = SOL_SOCKET;
    control.header.cmsg_type = SCM_RIGHTS;
    memcpy(CMSG_DATA(&control.header), &listener, sizeof listener);
    struct msghdr message = {.msg_iov = &content, .msg_iovlen = 1};
    if (listener >= 0) {
        message.msg_control = &control;
        message.msg_controllen = sizeof control;
    }
    must(sendmsg(listeners[1], &message, MSG_NOSIGNAL), "hand over the listener");
}

static int receive_listener(void) {
    char byte;
    struct iovec content = {&byte, 1};
    union { struct cmsghdr header; char space[CMSG_SPACE(sizeof(int))]; } control;
    struct msghdr message = {
        .msg_iov = &content, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control,
    };
    must(recvmsg(listeners[0], &message, MSG_CMSG_CLOEXEC), "receive the listener");
    int listener = -1;
    if (message.msg_controllen > 0) memcpy(&listener, CMSG_DATA(&control.header), sizeof listener);
    return listener;
}

static int run_init(void *context) {
    struct run *run = context;
    if (run->walls & (USER | PROCS)) {
        char byte;
        must(read(run->go, &byte, 1), "wait for the parent");
    }
    if (run->walls & IPC) must(sethostname("assay", 5), "name the host");
    if (run->walls & FILES) {
        unsigned long quiet = MS_NOSUID | MS_NODEV;
        must(mount("proc", "/proc", "proc", quiet | MS_NOEXEC | MS_RDONLY, "subset=pid,hidepid=2"), "mount /proc");
        must(mount("tmpfs", "/tmp", "tmpfs", quiet, "mode=1777,size=64m,nr_inodes=4096"), "mount /tmp");
        must(mount("tmpfs", "/dev/shm", "tmpfs", quiet, "mode=1777,size=64m,nr_inodes=4096"), "mount /dev/shm");
        // The store is under the cover: the artifact comes before it.
        if (run->walls & ARTIFACT) must(mount("/hidden/store/artifact", "/box", NULL, MS_BIND, NULL), "bind /box");
        must(mount("/hidden/empty", "/hidden", NULL, MS_BIND, NULL), "cover what is hidden");
    }
    if (run->walls & LANDLOCK) {
        run->ruleset = make_ruleset();
        must(run->ruleset, "make Landlock's rules");
    }
    struct clone_args arguments = {
        .flags = CLONE_VM | CLONE_VFORK | CLONE_FILES
            | (run->walls & CGROUP && !(run->walls & PROCS) ? CLONE_INTO_CGROUP : 0),
        .exit_signal = SIGCHLD,
        .stack = (uint64_t)(uintptr_t)program_stack,
        .stack_size = sizeof program_stack,
        .cgroup = (uint64_t)unified,
    };
    must(linux_raw_clone3(&arguments, sizeof arguments, run_program, run), "start the program");
    if (run->walls & FILTER) send_listener(run->listener);
    // Its table of descriptors was ours until it was executed: the pipes are in it more than once.
    syscall(SYS_close_range, 0, ~0u, 0);
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

static ssize_t read_all(int file, char *text, size_t size) {
    size_t length = 0;
    ssize_t more;
    while (length < size && (more = read(file, text + length, size - length)) > 0) length += (size_t)more;
    return (ssize_t)length;
}

static double once(int walls) {
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    int output[2], error[2] = {-1, -1}, go[2] = {-1, -1}, listener = -1;
    must(pipe2(output, O_CLOEXEC), "make a pipe");
    if (walls & ERROR) must(pipe2(error, O_CLOEXEC), "make a pipe");
    long child;
    if (walls == 0) {
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, null_file, 0);
        posix_spawn_file_actions_adddup2(&actions, output[1], 1);
        pid_t pid;
        char *arguments[] = {(char *)program(walls), NULL};
        errno = posix_spawn(&pid, arguments[0], &actions, NULL, arguments, (char *[]){NULL});
        if (errno) fail("spawn the program");
        posix_spawn_file_actions_destroy(&actions);
        child = pid;
    } else {
        if (walls & (USER | PROCS)) must(pipe2(go, O_CLOEXEC), "make a pipe");
        struct run run = {walls, output[1], walls & ERROR ? error[1] : output[1], go[0], -1, -1};
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
        if (walls & FILTER) listener = receive_listener();
    }
    close(output[1]);
    if (walls & ERROR) close(error[1]);
    char text[256];
    ssize_t length = read_all(output[0], text, sizeof text);
    if (length != 6 || memcmp(text, "hello\n", 6) != 0 || (walls & FILTER && listener < 0)) {
        fprintf(stderr, "walls: %.*s", (int)length, text);
        if (walls & ERROR) fprintf(stderr, "%.*s", (int)read_all(error[0], text, sizeof text), text);
        exit(3);
    }
    // It writes nothing there: what is waited for is the end.
    if (walls & ERROR && read_all(error[0], text, sizeof text) != 0) fail("have nothing on standard error");
    int status = 0;
    must(waitpid((pid_t)child, &status, __WALL), "wait for the child");
    for (int i = 0; i < 2; i++) if (go[i] >= 0) close(go[i]);
    close(output[0]);
    if (walls & ERROR) close(error[0]);
    if (listener >= 0) close(listener);
    clock_gettime(CLOCK_MONOTONIC, &end);
    if (status != 0) { fprintf(stderr, "walls: the program did not end with 0\n"); exit(3); }
    return (double)(end.tv_sec - start.tv_sec) * 1e6 + (double)(end.tv_nsec - start.tv_nsec) / 1e3;
}

// The filter that boxes get, an instruction a line, from a file; the calls that it allows as lines of standard input.
static void make_filters(const char *path) {
    FILE *lines = fopen(path, "r");
    if (!lines) fail("open the filter");
    filters[0].filter = calloc(BPF_MAXINSNS, sizeof(struct sock_filter));
    unsigned long long instruction;
    while (filters[0].len < BPF_MAXINSNS && fscanf(lines, "%llu", &instruction) == 1) {
        memcpy(&filters[0].filter[filters[0].len++], &instruction, sizeof instruction);
    }
    fclose(lines);
    if (filters[0].len == 0) { fprintf(stderr, "walls: there is no filter in %s\n", path); exit(3); }

    char name[64];
    int count = 0;
    scmp_filter_ctx list = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
    while (scanf("%63s", name) == 1) {
        int number = seccomp_syscall_resolve_name(name);
        if (number >= 0) count += seccomp_rule_add(list, SCMP_ACT_ALLOW, number, 0) == 0;
    }
    if (count < 100) { fprintf(stderr, "walls: only %d calls were named\n", count); exit(3); }
    int file = memfd_create("filter", 0);
    must(seccomp_export_bpf(list, file), "make the list");
    off_t size = lseek(file, 0, SEEK_END);
    filters[1].len = (unsigned short)(size / 8);
    filters[1].filter = malloc((size_t)size);
    must(pread(file, filters[1].filter, (size_t)size, 0), "read the list");
    close(file);
    printf("The filter has %d instructions; a list of the %d calls that it allows would have %d.\n",
           filters[0].len, count, filters[1].len);
    printf("Landlock's version is %d.\n\n", linux_landlock_version());
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
    const char *made[] = {"proc", "tmp", "dev", "dev/shm", "box", "usr", "hidden", "hidden/store", "hidden/empty",
                          "hostproc", "old"};
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
    must(mount(store, "/mnt/hidden/store", NULL, MS_BIND, NULL), "show the store");
    unsigned long flags = MS_RDONLY | MS_NOSUID | MS_NODEV | 256 /* MS_NOSYMFOLLOW */;
    must(mount(NULL, "/mnt/hidden/store", NULL, MS_REMOUNT | MS_BIND | flags, NULL), "show the store read-only");
    close(open("/mnt/hello", O_CREAT | O_WRONLY, 0755));
    must(mount("/mnt/hidden/store/artifact/hello", "/mnt/hello", NULL, MS_BIND, NULL), "show the program");
    must(chdir("/mnt"), "go to the root");
    must(syscall(SYS_pivot_root, ".", "old"), "change the root");
    must(umount2("/old", MNT_DETACH), "leave the old root");
    must(chdir("/"), "go to the root");
    must(mount(NULL, "/", NULL, MS_REMOUNT | MS_BIND | MS_RDONLY, NULL), "make the root read-only");
}

static int compare(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

int main(int count, char **arguments) {
    if (count < 5) { fprintf(stderr, "usage: walls ROUNDS STORE FILTER CGROUP2 CGROUP1… <NAMES\n"); return 2; }
    int rounds = atoi(arguments[1]);
    store = arguments[2];
    must(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, listeners), "make a pair of sockets");
    null_file = open("/dev/null", O_RDWR | O_CLOEXEC);
    unified = open(arguments[4], O_PATH | O_DIRECTORY | O_CLOEXEC);
    must(unified, "open the cgroup");
    for (int i = 4; i < count && task_count < 4; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/cgroup.procs", arguments[i]);
        procs[task_count] = open(path, O_WRONLY | O_CLOEXEC);
        // On v2 the clone itself does it; the file of the same name is for the row that does not.
        snprintf(path, sizeof path, "%s/%s", arguments[i], i == 4 ? "cgroup.procs" : "tasks");
        tasks[task_count] = open(path, O_WRONLY | O_CLOEXEC);
        must(tasks[task_count], "open a cgroup's tasks");
        task_count++;
    }
    make_filters(arguments[3]);
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
        int before = i - 1;
        for (int j = 0; j < ROWS && rows[i].beside >= 0; j++) if (rows[j].walls == rows[i].beside) before = j;
        if (rows[i].beside >= 0 && rows[i - 1].beside < 0) printf("what the sandbox does not do:\n");
        if (i == 0) printf("%-54s %7.0f us %13s %8.2f\n", rows[i].name, medians[i], "", 1.0);
        else printf("%-54s %7.0f us %+7.0f us %8.2f\n", rows[i].name, medians[i], medians[i] - medians[before], medians[i] / medians[0]);
    }
    return 0;
}
