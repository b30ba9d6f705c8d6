// Asks the kernel for numbers that it counts up, and says whether they begin anew for every run.
#include "hostile.h"

#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

int main(void) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    waitpid(child, NULL, 0);
    say("own %d child %d parent %d\n", getpid(), child, getppid());
    say("segment %d queue %d set %d\n", shmget(IPC_PRIVATE, 4096, 0600), msgget(IPC_PRIVATE, 0600),
        semget(IPC_PRIVATE, 1, 0600));
    struct shm_info info;
    struct shmid_ds unused;
    // How many segments there are at all, in numbers that need no key.
    memset(&info, 0, sizeof info);
    shmctl(0, SHM_INFO, (struct shmid_ds *)&info);
    say("segments in use %d highest %d\n", info.used_ids, shmctl(0, SHM_STAT, &unused) == -1 ? -1 : 0);
}
