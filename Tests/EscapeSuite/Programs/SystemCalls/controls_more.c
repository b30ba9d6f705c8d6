// Uses what prctl has for others than itself, and what it has for itself only.
#include "hostile.h"

#include <sys/prctl.h>

static void put(const char *name, int option, unsigned long value) {
    long result = prctl(option, value, 0, 0, 0);
    // Some kernels lack it altogether.
    if (result == -1 && errno == EINVAL) errno = EPERM;
    tell(name, result);
}

int main(void) {
    put("memory map", PR_SET_MM, PR_SET_MM_START_CODE);
    put("core scheduling", 62, 1);
    put("filter", PR_SET_SECCOMP, 2);
    put("disk writer", 57, 1);
    put("merging", 67, 1);
    put("securebits", PR_SET_SECUREBITS, 0xff);
    put("tracer", PR_SET_PTRACER, 1);
    say("own: %d %d %d %d\n", prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0),
        prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0), prctl(PR_SET_NAME, "assay-jailer"));
}
