// Leaves a mark in every place that could be shared, and holds on to all of them while somebody else runs.
#include "hostile.h"

#include <pthread.h>
#include <sys/file.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/sem.h>
#include <sys/shm.h>

int main(int count, char **arguments) {
    (void)count;
    const key_t key = 0x45534350;
    int segment = shmget(key, 4096, IPC_CREAT | 0666);
    char *mark = segment == -1 ? mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)
                               : shmat(segment, NULL, 0);
    strcpy(mark, "mark");
    msgget(key, IPC_CREAT | 0666);
    semget(key, 1, IPC_CREAT | 0666);
    static const char *const names[] = {"/tmp/escape", "/dev/shm/escape", "/dev/shm/sem.escape"};
    for (int index = 0; index < 3; index++) {
        int file = open(names[index], O_RDWR | O_CREAT, 0666);
        (void)!write(file, "mark", 4);
        flock(file, LOCK_EX);
    }
    flock(open(arguments[0], O_RDONLY), LOCK_EX);
    mkfifo("/tmp/escape-fifo", 0666);
    say("holding\n");
    // By this name whoever watches from outside knows that it is time for the other one.
    prctl(PR_SET_NAME, "in-position");
    for (;;) {
        rest(5);
        if (strcmp(mark, "mark") != 0) say("CHANGED\n");
    }
}
