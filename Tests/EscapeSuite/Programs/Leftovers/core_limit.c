// Wants a core file: raises the limit, lowers it to where a piped handler starts, and dies in a child.
#include "hostile.h"

#include <dirent.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static void count(const char *directory) {
    DIR *stream = opendir(directory);
    int number = 0;
    for (struct dirent *entry; stream && (entry = readdir(stream));) number += strstr(entry->d_name, "core") != NULL;
    say("%s %d\n", directory, number);
}

int main(void) {
    struct rlimit before, large = {1 << 20, 1 << 20}, none = {0, 0};
    getrlimit(RLIMIT_CORE, &before);
    say("limit %ld %ld\n", (long)before.rlim_cur, (long)before.rlim_max);
    tell("raise", setrlimit(RLIMIT_CORE, &large));
    tell("lower", setrlimit(RLIMIT_CORE, &none));
    prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    pid_t child = fork();
    if (child == 0) {
        if (chdir("/tmp") != 0) _exit(1);
        abort();
    }
    int status = 0;
    waitpid(child, &status, 0);
    say("signal %d core %d\n", WTERMSIG(status), WCOREDUMP(status) ? 1 : 0);
    count("/tmp");
    count("/box");
}
