// The tracer has two ways of being started:
//
//     <directory>/assay-jailer …            in a jailer's place: the file `specification` beside it says what to do, the
//                                           file `log` beside it is written. The jailer has our process; the tracer is
//                                           another one, which nobody waits for.
//     tracer SPECIFICATION LOG -- PROGRAM … runs that program, follows it, and ends as it does.
#include "tracer.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static const long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK |
                            PTRACE_O_TRACEVFORK | PTRACE_O_EXITKILL;

void give_up(const char *what) {
    fprintf(stderr, "tracer: %s: %s\n", what, strerror(errno));
    _exit(99);
}

struct specification read_specification(const char *path) {
    struct specification result = {.call = -1};
    FILE *file = fopen(path, "re");
    if (file == NULL) { give_up(path); }
    char line[5000];
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = 0;
        char *value = strchr(line, ' ');
        if (value == NULL) { continue; }
        *value++ = 0;
        if (strcmp(line, "program") == 0) { snprintf(result.program, sizeof result.program, "%s", value); }
        if (strcmp(line, "lists") == 0) { result.lists = atoi(value) != 0; }
        if (strcmp(line, "role") == 0) { snprintf(result.role, sizeof result.role, "%s", value); }
        if (strcmp(line, "call") == 0) { result.call = atol(value); }
        if (strcmp(line, "occurrence") == 0) { result.occurrence = atol(value); }
        if (strcmp(line, "errno") == 0) { result.error = atol(value); }
    }
    fclose(file);
    return result;
}

/// Whether the fault has happened already, to a jailer before this one: it happens once.
static bool has_happened(const char *path) {
    FILE *log = fopen(path, "re");
    if (log == NULL) { return false; }
    char line[256];
    bool result = false;
    while (fgets(line, sizeof line, log) != NULL) { result |= strncmp(line, "fault ", 6) == 0; }
    fclose(log);
    return result;
}

static FILE *open_log(const char *path) {
    FILE *log = fopen(path, "ae");
    if (log == NULL) { give_up(path); }
    setvbuf(log, NULL, _IOLBF, 0);
    return log;
}

/// The tracer beside a jailer: no child of the jailer, and without anything of the jailer's open.
static _Noreturn void stand_beside(pid_t jailer, int ready, const struct specification *what, const char *log_path) {
    setsid();
    int null = open("/dev/null", O_RDWR);
    for (int number = 0; number < 3; number++) { dup2(null, number); }
    if (dup2(ready, 3) < 0) { _exit(99); }
    close_range(4, ~0u, 0);
    fcntl(3, F_SETFD, FD_CLOEXEC);
    FILE *log = open_log(log_path);
    fprintf(log, "begin\n");
    if (ptrace(PTRACE_SEIZE, jailer, 0, options) < 0 || ptrace(PTRACE_INTERRUPT, jailer, 0, 0) < 0) {
        fprintf(log, "cannot trace: %s\n", strerror(errno));
        _exit(99);
    }
    if (waitpid(jailer, NULL, __WALL) != jailer) { _exit(99); }
    close(3);
    follow(jailer, true, what, log);
    _exit(0);
}

/// Whether we are the jailer that makes the judge's box in conversations: one that is traced like the other, at the same
/// time. It was born in its cgroup, whose name says so.
static bool is_partner(void) {
    FILE *file = fopen("/proc/self/cgroup", "re");
    if (file == NULL) { give_up("/proc/self/cgroup"); }
    char line[4096];
    bool result = false;
    while (fgets(line, sizeof line, file) != NULL) { result |= strstr(line, "-partner/") != NULL; }
    fclose(file);
    return result;
}

static int in_place_of_a_jailer(char **arguments, const char *directory) {
    char path[4200];
    snprintf(path, sizeof path, "%s/specification", directory);
    struct specification what = read_specification(path);
    // Only jailers are followed, no sweepers.
    if (arguments[1] != NULL && strcmp(arguments[1], "enter") == 0) {
        int ready[2];
        if (pipe2(ready, O_CLOEXEC) < 0) { give_up("pipe2"); }
        if (is_partner()) { strcpy(what.prefix, "partner-"); }
        prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0);
        snprintf(path, sizeof path, "%s/log", directory);
        if (has_happened(path)) { what.role[0] = 0; }
        pid_t self = getpid();
        pid_t between = fork();
        if (between < 0) { give_up("fork"); }
        if (between == 0) {
            if (fork() == 0) { stand_beside(self, ready[1], &what, path); }
            _exit(0);
        }
        waitpid(between, NULL, 0);
        close(ready[1]);
        char byte;
        // Its end is the tracer's word that it has us.
        while (read(ready[0], &byte, 1) < 0 && errno == EINTR) {}
        close(ready[0]);
    }
    execve(what.program, arguments, environ);
    give_up(what.program);
}

static int in_front_of_a_program(char **arguments) {
    struct specification what = read_specification(arguments[1]);
    FILE *log = open_log(arguments[2]);
    pid_t child = fork();
    if (child < 0) { give_up("fork"); }
    if (child == 0) {
        raise(SIGSTOP);
        execve(arguments[4], arguments + 4, environ);
        give_up(arguments[4]);
    }
    int status = 0;
    if (waitpid(child, &status, WUNTRACED) != child) { give_up("waitpid"); }
    if (ptrace(PTRACE_SEIZE, child, 0, options) < 0) { give_up("PTRACE_SEIZE"); }
    kill(child, SIGCONT);
    if (waitpid(child, &status, __WALL) != child) { give_up("waitpid"); }
    fprintf(log, "begin %d\n", child);
    status = follow(child, false, &what, log);
    if (WIFSIGNALED(status)) {
        signal(WTERMSIG(status), SIG_DFL);
        raise(WTERMSIG(status));
    }
    return WEXITSTATUS(status);
}

int main(int count, char **arguments) {
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length < 0) { give_up("/proc/self/exe"); }
    path[length] = 0;
    if (strcmp(basename(strdup(path)), "assay-jailer") == 0) { return in_place_of_a_jailer(arguments, dirname(path)); }
    if (count < 5 || strcmp(arguments[3], "--") != 0) { return 2; }
    return in_front_of_a_program(arguments);
}
