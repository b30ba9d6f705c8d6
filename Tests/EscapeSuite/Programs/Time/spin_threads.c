// Uses CPU time in eight threads at once, while the first one sleeps.
#include "hostile.h"

#include <pthread.h>

static void *spin(void *unused) {
    for (volatile unsigned long count = 0;; count++) {
    }
    return unused;
}

int main(void) {
    for (int count = 0; count < 8; count++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, spin, NULL) != 0) return 1;
    }
    for (;;) pause();
}
