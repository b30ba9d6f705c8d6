// Threads that execute the program again, all at once and for ever, so that its first one is never the same.
#include "hostile.h"

#include <pthread.h>

static char **again;

static void *execute(void *unused) {
    rest(1);
    execv("/proc/self/exe", again);
    return unused;
}

int main(int count, char **arguments) {
    (void)count;
    again = arguments;
    for (int index = 0; index < 6; index++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, execute, NULL) != 0) break;
    }
    for (volatile unsigned long spin = 0;; spin++) {
    }
}
