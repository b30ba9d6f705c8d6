// Leaves a POSIX message queue behind, and looks whether the last run could.
#include "hostile.h"

#include <mqueue.h>

int main(void) {
    mqd_t found = mq_open("/hostile", O_RDONLY);
    say("found %s\n", found == (mqd_t)-1 ? error() : "REACHED");
    struct mq_attr small = {.mq_maxmsg = 1, .mq_msgsize = 1};
    mqd_t made = mq_open("/hostile", O_RDWR | O_CREAT, 0600, &small);
    say("made %s\n", made == (mqd_t)-1 ? error() : "it");
}
