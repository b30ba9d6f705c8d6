// Makes a pipe that the kernel would write its own notifications to (watch_queue).
#include "hostile.h"

#ifndef O_NOTIFICATION_PIPE
#define O_NOTIFICATION_PIPE O_EXCL
#endif

int main(void) {
    int ends[2];
    say("plain %d\n", pipe2(ends, O_CLOEXEC | O_NONBLOCK | O_DIRECT));
    tell("notifications", pipe2(ends, O_NOTIFICATION_PIPE | O_CLOEXEC));
}
