// Has the host's disks write their caches, and its page cache filled and emptied: on no file, which only a call that is
// carried out would say.
#include "hostile.h"

int main(void) {
    sync();
    static const struct {
        const char *name;
        long number;
    } calls[] = {
        {"syncfs", SYS_syncfs},       {"fsync", SYS_fsync},         {"fdatasync", SYS_fdatasync},
        {"readahead", SYS_readahead}, {"fadvise64", SYS_fadvise64},
    };
    for (unsigned index = 0; index < sizeof calls / sizeof *calls; index++) {
        say("%s %ld\n", calls[index].name, syscall(calls[index].number, -1, 0, 4096, POSIX_FADV_DONTNEED));
    }
    say("msync %d\n", msync(NULL, 4096, MS_SYNC));
}
