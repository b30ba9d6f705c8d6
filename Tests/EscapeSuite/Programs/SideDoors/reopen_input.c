// Opens its input again for writing, and changes it in every way there is.
#include "hostile.h"

static void change(const char *name, int file) {
    if (file == -1) {
        say("%s open refused %s\n", name, error());
        return;
    }
    char text[64];
    signal(SIGPIPE, SIG_IGN);
    if (pwrite(file, "CHANGED", 7, 0) != -1) say("%s write REACHED\n", name);
    if (ftruncate(file, 1) != -1) say("%s shrink REACHED\n", name);
    if (ftruncate(file, 1 << 20) != -1) say("%s grow REACHED\n", name);
    if (fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, 4096) != -1) say("%s punch REACHED\n", name);
    if (fallocate(file, 0, 0, 1 << 20) != -1) say("%s allocate REACHED\n", name);
    if (fcntl(file, F_ADD_SEALS, 0x0010) != -1) say("%s seal REACHED\n", name);
    if (mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) != MAP_FAILED) say("%s map REACHED\n", name);
    char *reading = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);
    if (reading != MAP_FAILED && mprotect(reading, 4096, PROT_READ | PROT_WRITE) != -1) {
        say("%s protect REACHED\n", name);
    }
    ssize_t length = pread(0, text, sizeof text - 1, 0);
    text[length < 0 ? 0 : length] = 0;
    say("%s holds %s\n", name, text);
}

int main(void) {
    change("as given", 0);
    change("writing", open("/proc/self/fd/0", O_WRONLY));
    change("both", open("/proc/self/fd/0", O_RDWR));
    change("emptied", open("/proc/self/fd/0", O_RDWR | O_TRUNC));
    change("by device", open("/dev/stdin", O_RDWR));
    change("by thread", open("/proc/thread-self/fd/0", O_RDWR));
}
