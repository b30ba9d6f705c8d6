// Fills System V shared memory and detaches it: memory that is in no process's map.
#include "hostile.h"

#include <sys/shm.h>

int main(void) {
    for (long count = 0;; count++) {
        int segment = shmget(IPC_PRIVATE, 1 << 20, IPC_CREAT | 0600);
        if (segment == -1) {
            say("refused %s after %ld\n", error(), count);
            return 0;
        }
        char *memory = shmat(segment, NULL, 0);
        if (memory == (char *)-1) {
            say("attach refused %s after %ld\n", error(), count);
            return 0;
        }
        memset(memory, 1, 1 << 20);
        shmdt(memory);
    }
}
