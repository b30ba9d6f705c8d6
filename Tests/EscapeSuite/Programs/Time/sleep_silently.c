// Closes everything first, so that whoever waits for the end of its output believes it has ended.
#include "hostile.h"

#include <sys/prctl.h>

int main(void) {
    close(0);
    close(1);
    close(2);
    prctl(PR_SET_NAME, "in-position");
    for (;;) rest(1000000);
}
