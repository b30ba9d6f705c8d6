// Raises every limit of its own, and those of the box's init.
#include "hostile.h"

#include <sys/resource.h>

int main(void) {
    static const struct {
        const char *name;
        int number;
    } kinds[] = {
        {"as", RLIMIT_AS},         {"core", RLIMIT_CORE},     {"cpu", RLIMIT_CPU},         {"data", RLIMIT_DATA},
        {"fsize", RLIMIT_FSIZE},   {"memlock", RLIMIT_MEMLOCK}, {"msgqueue", RLIMIT_MSGQUEUE}, {"nice", RLIMIT_NICE},
        {"nofile", RLIMIT_NOFILE}, {"nproc", RLIMIT_NPROC},   {"rtprio", RLIMIT_RTPRIO},   {"rttime", RLIMIT_RTTIME},
        {"sigpending", RLIMIT_SIGPENDING}, {"stack", RLIMIT_STACK},
    };
    for (unsigned index = 0; index < sizeof kinds / sizeof *kinds; index++) {
        struct rlimit limit;
        getrlimit((__rlimit_resource_t)kinds[index].number, &limit);
        if (limit.rlim_max == RLIM_INFINITY) {
            say("%s unlimited\n", kinds[index].name);
            continue;
        }
        limit.rlim_max++;
        long result = syscall(SYS_prlimit64, 0, kinds[index].number, &limit, NULL);
        tell(kinds[index].name, result);
    }
}
