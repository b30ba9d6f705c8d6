// The first thread ends and leaves a process behind that looks like a zombie but spins in its second thread.
#include "hostile.h"

#include <pthread.h>

static void *spin(void *unused) {
    for (volatile unsigned long count = 0;; count++) {
    }
    return unused;
}

int main(void) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, spin, NULL) != 0) return 1;
    pthread_exit(NULL);
}
