// Is as many processes and threads at once as the arguments say, itself among the processes, and ends well.
#include "hostile.h"

#include <pthread.h>

static void *wait_for_ever(void *unused) {
    for (;;) pause();
    return unused;
}

int main(int count, char **arguments) {
    if (count != 3) return 2;
    int processes = atoi(arguments[1]), threads = atoi(arguments[2]);
    for (int index = 1; index < processes; index++) {
        pid_t child = fork();
        if (child < 0) return 3;
        if (child == 0) {
            for (;;) pause();
        }
    }
    for (int index = 0; index < threads; index++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, wait_for_ever, NULL) != 0) return 4;
    }
    say("here\n");
}
