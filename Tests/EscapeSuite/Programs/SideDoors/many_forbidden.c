// Makes a forbidden call in every thread at once and ends in the middle of it.
#include "hostile.h"

#include <pthread.h>
#include <sys/mount.h>

static void *call(void *unused) {
    if (mount("none", "/tmp", "tmpfs", 0, NULL) == 0) say("REACHED\n");
    return unused;
}

int main(void) {
    for (int count = 0; count < 12; count++) {
        pthread_t thread;
        pthread_create(&thread, NULL, call, NULL);
    }
    rest(1);
    for (;;) pause();
}
