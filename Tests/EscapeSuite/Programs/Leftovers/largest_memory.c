// Says whether it has been told of memory that it never had: the figure is handed on from whoever executed it.
#include "hostile.h"

#include <sys/resource.h>

int main(void) {
    struct rusage own;
    getrusage(RUSAGE_SELF, &own);
    if (own.ru_maxrss < 16 << 10) {
        say("little\n");
    } else {
        say("%ld KiB\n", own.ru_maxrss);
    }
}
