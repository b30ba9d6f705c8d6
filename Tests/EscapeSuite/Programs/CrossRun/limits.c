// Changes all that is its own, and looks whether the last run's changes are still there.
#include "hostile.h"

#include <sys/prctl.h>
#include <sys/resource.h>

int main(void) {
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    sigset_t blocked;
    sigprocmask(SIG_SETMASK, NULL, &blocked);
    int ignored = 0;
    for (int number = 1; number < 65; number++) {
        struct sigaction action;
        if (sigaction(number, NULL, &action) == 0) ignored += action.sa_handler != SIG_DFL;
    }
    char name[16], directory[256];
    prctl(PR_GET_NAME, name);
    mode_t mask = umask(0777);
    say("files %ld ignored %d blocked %d mask %03o in %s\n", (long)files.rlim_cur, ignored,
        sigismember(&blocked, SIGTERM) + sigismember(&blocked, SIGCHLD), mask, getcwd(directory, sizeof directory));
    files.rlim_cur = files.rlim_max = 8;
    setrlimit(RLIMIT_NOFILE, &files);
    setpriority(PRIO_PROCESS, 0, 19);
    sigfillset(&blocked);
    sigprocmask(SIG_BLOCK, &blocked, NULL);
    prctl(PR_SET_NAME, "changed");
}
