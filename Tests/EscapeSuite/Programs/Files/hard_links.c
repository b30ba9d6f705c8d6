// Wants a second name for files that are not its own, in a place where it may write.
#include "hostile.h"

int main(int count, char **arguments) {
    (void)count;
    int file = open(arguments[0], O_RDONLY);
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    tell("artifact", link(arguments[0], "/tmp/artifact"));
    tell("descriptor", linkat(AT_FDCWD, path, AT_FDCWD, "/tmp/descriptor", AT_SYMLINK_FOLLOW));
    int linked = linkat(file, "", AT_FDCWD, "/tmp/empty", AT_EMPTY_PATH);
    // Before Linux 6.10 whoever lacks the capability for that is told that there is no such file.
    if (linked < 0 && errno == ENOENT) errno = EXDEV;
    tell("empty path", linked);
    tell("input", linkat(AT_FDCWD, "/proc/self/fd/0", AT_FDCWD, "/tmp/input", AT_SYMLINK_FOLLOW));
    tell("init", linkat(AT_FDCWD, "/proc/1/exe", AT_FDCWD, "/tmp/init", AT_SYMLINK_FOLLOW));
    tell("between", link("/dev/null", "/dev/shm/null"));
}
