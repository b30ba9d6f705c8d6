// Has a name that spoils the fields of /proc/PID/stat for a careless reader, and spins.
#include "hostile.h"

#include <sys/prctl.h>

int main(void) {
    prctl(PR_SET_NAME, "a) Z 1 1 0\n0 (");
    for (volatile unsigned long count = 0;; count++) {
    }
}
