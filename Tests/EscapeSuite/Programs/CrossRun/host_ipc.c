// Uses the host's System V segment and queue by the key that is the argument.
#include "hostile.h"

#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

int main(int count, char **arguments) {
    if (count != 2) return 2;
    key_t key = (key_t)strtol(arguments[1], NULL, 10);
    tell("segment", shmget(key, 0, 0));
    tell("queue", msgget(key, 0));
    tell("set", semget(key, 0, 0));
    // By the numbers that they may have, whatever their keys.
    int reached = 0;
    for (int number = 0; number < 1000; number++) {
        reached += shmat(number, NULL, 0) != (void *)-1;
        reached += msgctl(number, IPC_RMID, NULL) == 0 || shmctl(number, IPC_RMID, NULL) == 0;
    }
    say("by number %d\n", reached);
}
