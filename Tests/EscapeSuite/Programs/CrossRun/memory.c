// Looks for what others have had in memory, in every place that memory comes from, and leaves a secret in all of them.
#include "hostile.h"

static int found;

static void look(const char *where, char *block, size_t size) {
    if (block == MAP_FAILED) {
        say("%s %s\n", where, error());
        return;
    }
    for (size_t at = 0; at < size; at++) {
        if (block[at] != 0) {
            found++;
            break;
        }
    }
    memset(block, 's', size);
}

int main(void) {
    const size_t size = 8 << 20;
    look("anonymous", mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), size);
    look("shared", mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0), size);
    int file = memfd_create("memory", 0);
    if (ftruncate(file, 1 << 20) != 0) return 1;
    look("memory file", mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), 1 << 20);
    file = open("/tmp/file", O_RDWR | O_CREAT, 0600);
    if (ftruncate(file, 1 << 20) != 0) return 1;
    look("file", mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), 1 << 20);
    file = open("/dev/shm/file", O_RDWR | O_CREAT, 0600);
    if (fallocate(file, 0, 0, 1 << 20) != 0) return 1;
    look("shm", mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), 1 << 20);
    say("found %d\n", found);
}
