// Says all that it sees of the box around it: two boxes with the same protections make it say the same, word for word.
//
//     probe state            says it
//     probe make             the same, as a compiler would: leaves files in /box
//     probe flood            the same, and then 300,000 bytes
//     probe talk             says something to its partner, and the same on standard error
//     probe wait             waits
//     probe eat              takes memory until there is no more
//     probe spin             uses CPU time
//     probe call             makes a call that ends a run
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/utsname.h>
#include <unistd.h>

extern char **environ;

/// The lines of a file of /proc that begin with one of these words.
static void say_lines(const char *path, const char *const *words) {
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        printf("%s: %s\n", path, strerrorname_np(errno));
        return;
    }
    char line[4096];
    while (fgets(line, sizeof line, file) != NULL) {
        int is_wanted = words == NULL;
        for (const char *const *word = words; word != NULL && *word != NULL; word++) {
            is_wanted |= strncmp(line, *word, strlen(*word)) == 0;
        }
        if (is_wanted) { printf("%s: %s", path, line); }
    }
    fclose(file);
}

/// What is mounted, without the numbers that differ from box to box.
static void say_mounts(void) {
    FILE *file = fopen("/proc/self/mountinfo", "r");
    char line[8192];
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        char *place = line;
        for (int i = 0; i < 4 && place != NULL; i++) {
            place = strchr(place, ' ');
            if (place != NULL) { place++; }
        }
        if (place != NULL) { printf("mount: %s", place); }
    }
    if (file != NULL) { fclose(file); }
}

static int compare(const void *left, const void *right) { return strcmp(*(char *const *)left, *(char *const *)right); }

static void say_names(const char *path) {
    DIR *directory = opendir(path);
    if (directory == NULL) {
        printf("names in %s: %s\n", path, strerrorname_np(errno));
        return;
    }
    char *names[512];
    size_t count = 0;
    struct dirent *entry;
    while ((entry = readdir(directory)) != NULL && count < 512) { names[count++] = strdup(entry->d_name); }
    closedir(directory);
    qsort(names, count, sizeof *names, compare);
    printf("names in %s:", path);
    for (size_t i = 0; i < count; i++) { printf(" %s", names[i]); }
    printf("\n");
}

static void say_limits(void) {
    for (int resource = 0; resource < RLIM_NLIMITS; resource++) {
        struct rlimit limit;
        if (getrlimit((__rlimit_resource_t)resource, &limit) == 0) {
            printf("limit %d: %lu %lu\n", resource, (unsigned long)limit.rlim_cur, (unsigned long)limit.rlim_max);
        }
    }
}

/// Whose each namespace is: the test compares these with its own, and no line but these begins with "namespace".
static void say_namespaces(void) {
    const char *const kinds[] = {"cgroup", "ipc", "mnt", "net", "pid", "user", "uts"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        char path[64], target[64] = "";
        snprintf(path, sizeof path, "/proc/self/ns/%s", kinds[i]);
        ssize_t length = readlink(path, target, sizeof target - 1);
        printf("namespace %s %s\n", kinds[i], length > 0 ? target : "none");
    }
}

static void say_result(const char *what, long result) {
    printf("%s: %s\n", what, result >= 0 ? "done" : strerrorname_np(errno));
}

/// What must not be possible.
static void say_attempts(void) {
    say_result("write a file in the root", open("/left", O_WRONLY | O_CREAT, 0600));
    say_result("write below /usr", open("/usr/left", O_WRONLY | O_CREAT, 0600));
    say_result("write into /etc", open("/etc/left", O_WRONLY | O_CREAT, 0600));
    say_result("write its oom_score_adj", open("/proc/self/oom_score_adj", O_WRONLY));
    say_result("write its project ids", open("/proc/self/projid_map", O_WRONLY));
    say_result("look into what is hidden", open("/.assay/store", O_RDONLY));
    say_result("look at the hidden proc", open("/.assay/proc/1/mem", O_RDONLY));
    say_result("look at init", open("/proc/1/mem", O_RDONLY));
    say_result("read the kernel's files", open("/proc/kallsyms", O_RDONLY));
    say_result("take a socket", socket(AF_INET, SOCK_STREAM, 0));
    say_result("become root", syscall(SYS_setresuid, 0, 0, 0));
    say_result("raise its priority", setpriority(PRIO_PROCESS, 0, -20));
    say_result("write a file in /tmp", open("/tmp/own", O_WRONLY | O_CREAT, 0600));
    say_result("write a file in /dev/shm", open("/dev/shm/own", O_WRONLY | O_CREAT, 0600));
    say_result("write a file in /box", open("/box/own", O_WRONLY | O_CREAT, 0600));
    say_result("write a file in /data", open("/data/own", O_WRONLY | O_CREAT, 0600));
    int output = open("/dev/stdout", O_WRONLY);
    say_result("open /dev/stdout", output);
    if (output >= 0) { close(output); }
}

/// What Landlock alone refuses, where the policy lets it through: the first in every version, the second since version 5,
/// the third since version 6, and where init has another uid that stands before it.
static void say_landlock(void) {
    say_result("make a socket in /tmp", mknod("/tmp/socket", S_IFSOCK | 0600, 0));
    int device = open("/dev/null", O_RDWR), count = 0;
    say_result("ask a device", ioctl(device, FIONREAD, &count));
    close(device);
    say_result("signal init", kill(1, 0));
}

/// Its number of processes is what the limit is; they stay, for init to end.
static void say_processes(void) {
    int count = 0;
    fflush(stdout);
    for (;;) {
        pid_t child = fork();
        if (child < 0) { break; }
        if (child == 0) {
            setsid();
            for (;;) { pause(); }
        }
        count++;
    }
    printf("processes: %d, then %s\n", count, strerrorname_np(errno));
}

/// Uses 24 MiB and 10 ms, which the run's figures must show.
static void use(void) {
    size_t size = 24 << 20;
    char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) { return; }
    memset(memory, 1, size);
    struct rusage usage;
    do {
        getrusage(RUSAGE_SELF, &usage);
    } while (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec < 10000 && usage.ru_utime.tv_sec + usage.ru_stime.tv_sec == 0);
}

static void say_files(const char *const *paths) {
    for (; *paths != NULL; paths++) {
        struct stat status;
        if (stat(*paths, &status) < 0) {
            printf("%s: %s\n", *paths, strerrorname_np(errno));
        } else {
            printf("%s: mode %o owner %u:%u", *paths, status.st_mode, status.st_uid, status.st_gid);
            printf(S_ISREG(status.st_mode) ? " size %ld\n" : "\n", (long)status.st_size);
        }
    }
}

static void say_input(void) {
    char buffer[4096];
    ssize_t count = read(0, buffer, sizeof buffer);
    printf("input: %.*s\n", count > 0 ? (int)count : 0, buffer);
    say_result("write to the input", write(0, "x", 1));
}

static void say_everything(void) {
    // Descriptors first, while none is open but those that it was given; 3 is the look itself.
    say_names("/proc/self/fd");
    printf("process %d parent %d group %d session %d\n", getpid(), getppid(), getpgrp(), getsid(0));
    printf("ids %d %d %d %d\n", getuid(), geteuid(), getgid(), getegid());
    const char *const status[] = {
        "Umask", "Uid", "Gid", "Groups", "NStgid", "Threads", "SigQ", "SigPnd", "ShdPnd", "SigBlk", "SigIgn", "SigCgt",
        "Cap", "NoNewPrivs", "Seccomp", "Speculation", NULL,
    };
    say_lines("/proc/self/status", status);
    say_lines("/proc/self/cgroup", NULL);
    say_lines("/proc/self/uid_map", NULL);
    say_lines("/proc/self/gid_map", NULL);
    say_lines("/proc/self/setgroups", NULL);
    say_lines("/proc/self/oom_score_adj", NULL);
    say_lines("/proc/self/net/dev", NULL);
    printf("nice %d policy %d\n", getpriority(PRIO_PROCESS, 0), sched_getscheduler(0));
    say_limits();
    say_mounts();
    say_namespaces();
    struct utsname name;
    uname(&name);
    printf("host %s domain %s\n", name.nodename, name.domainname);
    char directory[256];
    printf("directory %s\n", getcwd(directory, sizeof directory));
    for (char **variable = environ; *variable != NULL; variable++) { printf("variable %s\n", *variable); }
    say_names("/");
    say_names("/dev");
    say_names("/proc");
    say_names("/tmp");
    say_names("/dev/shm");
    say_names("/.assay");
    say_names("/box");
    say_names("/data");
    const char *const files[] = {"/box", "/data", "/tmp", "/dev/shm", "/box/probe", "/box/made", "/box/deep/made", "/data/given", NULL};
    say_files(files);
    say_input();
    say_attempts();
    say_landlock();
    use();
    say_processes();
}

static int make(const char *path, int mode) {
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL, mode);
    if (file < 0) { return -1; }
    for (int i = 0; i < 3000; i++) {
        if (write(file, "what was made\n", 14) != 14) { return -1; }
    }
    return close(file);
}

int main(int count, char **arguments) {
    const char *what = count > 1 ? arguments[1] : "";
    if (strcmp(what, "eat") == 0) {
        for (;;) {
            char *memory = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
            if (memory == MAP_FAILED) { return 3; }
            memset(memory, 1, 1 << 20);
        }
    }
    if (strcmp(what, "spin") == 0) {
        for (volatile unsigned long i = 0;; i++) {}
    }
    if (strcmp(what, "wait") == 0) {
        for (;;) { pause(); }
    }
    if (strcmp(what, "talk") == 0) {
        // Its partner reads this as its input; all else would fill the pipe between them.
        if (write(1, "said by the partner\n", 20) != 20 || dup2(2, 1) < 0) { return 5; }
    }
    if (strcmp(what, "call") == 0) {
        syscall(SYS_ptrace, 0, 0, 0, 0);
        return 4;
    }
    say_everything();
    if (strcmp(what, "make") == 0) {
        unlink("/box/own");
        if (mkdir("/box/deep", 0755) < 0 || make("/box/made", 0755) < 0 || make("/box/deep/made", 0644) < 0) {
            printf("made nothing: %s\n", strerrorname_np(errno));
            return 1;
        }
    }
    if (strcmp(what, "flood") == 0) {
        for (int i = 0; i < 3000; i++) {
            printf("%099d\n", i);
        }
    }
    fprintf(stderr, "said\n");
    return 0;
}
