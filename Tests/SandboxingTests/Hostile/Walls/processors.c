// Wants more processors than it was given.
#include "hostile.h"

#include <pthread.h>
#include <sched.h>

static void tell_mask(const char *who) {
    cpu_set_t mask;
    CPU_ZERO(&mask);
    sched_getaffinity(0, sizeof mask, &mask);
    say("%s", who);
    for (int processor = 0; processor < CPU_SETSIZE; processor++) {
        if (CPU_ISSET(processor, &mask)) say(" %d", processor);
    }
    say("\n");
}

static void *in_thread(void *unused) {
    cpu_set_t all;
    memset(&all, 0xff, sizeof all);
    say("thread asks %d\n", pthread_setaffinity_np(pthread_self(), sizeof all, &all));
    tell_mask("thread");
    return unused;
}

int main(void) {
    tell_mask("given");
    cpu_set_t all;
    memset(&all, 0xff, sizeof all);
    say("asks %d\n", sched_setaffinity(0, sizeof all, &all));
    tell_mask("has");
    pthread_t thread;
    if (pthread_create(&thread, NULL, in_thread, NULL) == 0) pthread_join(thread, NULL);
    pid_t child = fork();
    if (child == 0) {
        sched_setaffinity(0, sizeof all, &all);
        tell_mask("child");
        _exit(0);
    }
    waitpid(child, NULL, 0);
    cpu_set_t used;
    CPU_ZERO(&used);
    for (int turn = 0; turn < 200; turn++) {
        CPU_SET(sched_getcpu(), &used);
        sched_yield();
    }
    say("ran on %d processors\n", CPU_COUNT(&used));
}
