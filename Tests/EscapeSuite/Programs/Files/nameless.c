// Makes files without a name and gives them one where it may not write.
#include "hostile.h"

int main(void) {
    int file = open("/tmp", O_TMPFILE | O_RDWR, 0600);
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    tell("name in the box", linkat(AT_FDCWD, path, AT_FDCWD, "/box/escape", AT_SYMLINK_FOLLOW));
    tell("name in shm", linkat(AT_FDCWD, path, AT_FDCWD, "/dev/shm/escape", AT_SYMLINK_FOLLOW));
    say("in its own place %s\n", linkat(AT_FDCWD, path, AT_FDCWD, "/tmp/own", AT_SYMLINK_FOLLOW) == 0 ? "named" : error());
    tell("in the box", open("/box", O_TMPFILE | O_RDWR, 0600));
    tell("in the root", open("/", O_TMPFILE | O_RDWR, 0600));
    tell("in proc", open("/proc", O_TMPFILE | O_RDWR, 0600));
    int memory = memfd_create("escape", 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", memory);
    tell("of memory", linkat(AT_FDCWD, path, AT_FDCWD, "/tmp/escape", AT_SYMLINK_FOLLOW));
}
