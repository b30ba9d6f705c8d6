// Looks for the marks of somebody who runs at the same time, and for that process itself.
#include "hostile.h"

#include <sys/file.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

int main(int count, char **arguments) {
    (void)count;
    const key_t key = 0x45534350;
    tell("segment", shmget(key, 0, 0));
    tell("queue", msgget(key, 0));
    tell("set", semget(key, 0, 0));
    tell("file", open("/tmp/escape", O_RDONLY));
    tell("memory", open("/dev/shm/escape", O_RDONLY));
    tell("semaphore", open("/dev/shm/sem.escape", O_RDONLY));
    tell("fifo", open("/tmp/escape-fifo", O_RDWR));
    int seen = 0, signalled = 0;
    for (int number = 3; number < 70000; number++) signalled += kill(number, 0) == 0;
    for (int number = 3; number < 3000; number++) {
        char path[64];
        snprintf(path, sizeof path, "/proc/%d", number);
        seen += access(path, F_OK) == 0;
    }
    say("sees %d signals %d\n", seen, signalled);
    // A lock that was had there would be refused here as one that somebody else has.
    tell("lock", flock(open(arguments[0], O_RDONLY), LOCK_EX | LOCK_NB));
}
