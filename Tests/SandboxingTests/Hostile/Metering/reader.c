// Reads the file that it is told to read, or its standard input, twice: by calls, and through a mapping.
#include "hostile.h"

int main(int count, char **arguments) {
    static char block[1 << 16];
    int file = count > 1 ? open(arguments[1], O_RDONLY) : STDIN_FILENO;
    if (file < 0) {
        say("open refused %s\n", error());
        return 1;
    }
    size_t size = 0;
    for (ssize_t got; (got = read(file, block, sizeof block)) > 0;) size += (size_t)got;
    const char *map = mmap(NULL, size, PROT_READ, MAP_SHARED, file, 0);
    if (map == MAP_FAILED) {
        say("mmap refused %s\n", error());
        return 1;
    }
    long sum = 0;
    for (size_t offset = 0; offset < size; offset += 4096) sum += map[offset];
    say("read %zu sum %ld\n", size >> 20, sum);
}
