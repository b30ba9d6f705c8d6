// Calls itself and its threads what only the supervisor is called, with line ends and quotes for whoever reads names.
#include "hostile.h"

#include <pthread.h>
#include <sys/prctl.h>

static void *thread(void *name) {
    prctl(PR_SET_NAME, name);
    rest(20);
    return NULL;
}

int main(void) {
    static const char *const names[] = {"assay-jailer", "init", ") R 1 1 1", "a\nPid:\t1\n", "\x1b[2J", "$(reboot)"};
    pthread_t threads[6];
    for (int index = 0; index < 6; index++) pthread_create(&threads[index], NULL, thread, (void *)names[index]);
    for (int index = 0; index < 6; index++) pthread_join(threads[index], NULL);
    say("named\n");
}
