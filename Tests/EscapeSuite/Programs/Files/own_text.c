// Writes over its own file: by name, by /proc/self/exe, by its own memory and by a mapping.
#include "hostile.h"

static char mark[4096] __attribute__((aligned(4096))) = "unchanged";

int main(int count, char **arguments) {
    (void)count;
    tell("by name", open(arguments[0], O_RDWR));
    tell("by link", open("/proc/self/exe", O_RDWR));
    int file = open(arguments[0], O_RDONLY);
    void *text = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    tell("mapping", text == MAP_FAILED ? -1 : 0);
    char *private = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, file, 0);
    int memory = open("/proc/self/mem", O_RDWR);
    // Through /proc/self/mem even a read-only private page can be written; the file behind it must not notice.
    if (memory != -1 && private != MAP_FAILED) {
        (void)!pwrite(memory, "CHANGED", 7, (off_t)private);
    }
    char first[4] = "";
    (void)!pread(file, first, 4, 0);
    say("file %s, mark %s\n", memcmp(first, "\177ELF", 4) == 0 ? "unchanged" : "REACHED", mark);
}
