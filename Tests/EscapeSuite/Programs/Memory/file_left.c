// A child fills files in /dev/shm and ends: memory that belongs to no living process.
#include "hostile.h"

int main(void) {
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    for (int number = 0;; number++) {
        pid_t child = fork();
        if (child == 0) {
            char name[64];
            snprintf(name, sizeof name, "/dev/shm/%d", number);
            int file = open(name, O_WRONLY | O_CREAT, 0600);
            _exit(file == -1 || write(file, block, sizeof block) != (ssize_t)sizeof block);
        }
        int status = 0;
        waitpid(child, &status, 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) != 0) {
            say("refused after %d\n", number);
            return 1;
        }
    }
}
