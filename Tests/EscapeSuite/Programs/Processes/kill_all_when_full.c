// What Mono does where it may start no more threads: it aborts, its handler's fork is refused, and it takes the -1 for the
// number of a process to kill. Then it looks at who is left.
#include "hostile.h"

#include <pthread.h>

static void *wait_for_ever(void *unused) {
    for (;;) pause();
    return unused;
}

int main(void) {
    pid_t child = fork();
    if (child == 0) {
        for (;;) pause();
    }
    int refused = 0;
    while (refused == 0) {
        pthread_t thread;
        refused = pthread_create(&thread, NULL, wait_for_ever, NULL);
    }
    errno = refused;
    say("thread refused %s\n", error());
    pid_t helper = fork();
    say("fork refused %s\n", helper == -1 ? error() : "not at all");
    int result = kill(helper, SIGKILL), status;
    say("kill %s\n", result == 0 ? "worked" : error());
    say("child %s\n", waitpid(child, &status, 0) == child && WIFSIGNALED(status) ? "gone" : "there");
}
