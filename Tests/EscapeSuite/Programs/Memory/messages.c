// Fills System V message queues: memory of the kernel's.
#include "hostile.h"

#include <sys/msg.h>

int main(void) {
    static struct {
        long type;
        char text[8000];
    } message = {.type = 1};
    for (long count = 0;; count++) {
        int queue = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
        if (queue == -1) {
            say("refused %s after %ld\n", error(), count);
            return 0;
        }
        while (msgsnd(queue, &message, sizeof message.text, IPC_NOWAIT) == 0) {
        }
    }
}
