// Takes huge pages, which a memory limit does not count.
#include "hostile.h"

#include <sys/shm.h>

#ifndef MFD_HUGETLB
#define MFD_HUGETLB 4
#endif

int main(void) {
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB;
    tell("map", mmap(NULL, 2 << 20, PROT_READ | PROT_WRITE, flags, -1, 0) == MAP_FAILED ? -1 : 0);
    tell("large map", mmap(NULL, 1 << 30, PROT_READ | PROT_WRITE, flags | 30 << 26, -1, 0) == MAP_FAILED ? -1 : 0);
    tell("segment", shmget(IPC_PRIVATE, 2 << 20, IPC_CREAT | SHM_HUGETLB | 0600));
    tell("file", memfd_create("escape", MFD_HUGETLB));
}
