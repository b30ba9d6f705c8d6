// Starts sleeping threads until one is refused.
#include "hostile.h"

#include <pthread.h>

static void *wait_for_ever(void *unused) {
    for (;;) pause();
    return unused;
}

int main(void) {
    for (int count = 1;; count++) {
        pthread_t thread;
        errno = pthread_create(&thread, NULL, wait_for_ever, NULL);
        if (errno != 0) {
            say("refused %s at %d\n", error(), count);
            return 0;
        }
    }
}
