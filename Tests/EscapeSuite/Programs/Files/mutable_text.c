// Changes the code of programs that others share: through its memory, through a map, through what it executes.
#include "hostile.h"

#include <sys/uio.h>

int main(void) {
    int memory = open("/proc/self/mem", O_RDWR);
    tell("memory", memory);
    tell("memory of a thread", open("/proc/thread-self/mem", O_RDWR));
    tell("map files", open("/proc/self/map_files", O_RDONLY) == -1 ? -1 : access("/proc/self/map_files/400000-401000", F_OK));
    int own = open("/proc/self/exe", O_RDONLY);
    tell("write", write(own, "x", 1));
    tell("seal", fcntl(own, F_ADD_SEALS, F_SEAL_WRITE));
    char *text = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_SHARED, own, 0);
    tell("unprotect", mprotect(text, 4096, PROT_READ | PROT_WRITE));
    tell("give back", madvise(text, 4096, MADV_REMOVE));
    tell("punch", fallocate(own, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, 4096));
}
