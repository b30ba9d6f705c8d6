// Every thread starts threads for ever.
#include "hostile.h"

#include <pthread.h>

static void *start_more(void *unused) {
    for (;;) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, start_more, NULL) == 0) pthread_detach(thread);
    }
    return unused;
}

int main(void) {
    start_more(NULL);
}
