// Ends its first thread by executing from another, while a third one ends the process.
#include "hostile.h"

#include <pthread.h>

static char **again;

static void *execute(void *unused) {
    execv("/proc/self/exe", again);
    return unused;
}

static void *end(void *unused) {
    syscall(SYS_exit_group, 5);
    return unused;
}

int main(int count, char **arguments) {
    static char *const next[] = {"end", "end", NULL};
    again = (char **)next;
    (void)arguments;
    if (count > 1) return 5;
    pthread_t one, other;
    pthread_create(&one, NULL, execute, NULL);
    pthread_create(&other, NULL, end, NULL);
    pthread_exit(NULL);
}
