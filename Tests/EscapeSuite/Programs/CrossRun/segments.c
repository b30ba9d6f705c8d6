// Leaves System V objects behind, and looks whether the last run could.
#include "hostile.h"

#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

int main(void) {
    const key_t key = 0x41535359;
    int found = (shmget(key, 4096, 0) != -1) + (msgget(key, 0) != -1) + (semget(key, 1, 0) != -1);
    int made = (shmget(key, 4096, IPC_CREAT | 0666) != -1) + (msgget(key, IPC_CREAT | 0666) != -1)
        + (semget(key, 1, IPC_CREAT | 0666) != -1);
    say("found %d made %d\n", found, made);
}
