// Gives the kernel advice that others would feel: on pages to be shared, to be poisoned, to be thrown out.
#include "hostile.h"

int main(int count, char **arguments) {
    (void)count;
    char *own = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    memset(own, 7, 1 << 20);
    int file = open(arguments[0], O_RDONLY);
    char *text = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);
    tell("merge", madvise(own, 1 << 20, 12));
    tell("poison", madvise(own, 4096, 100));
    tell("take offline", madvise(own, 4096, 101));
    tell("remove", madvise(text, 4096, MADV_REMOVE));
    tell("of init", syscall(SYS_process_madvise, syscall(SYS_pidfd_open, 1, 0), own, 1, 21, 0));
}
