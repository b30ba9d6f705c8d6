// Locks the artifact, which other runs and the worker share, in every way and ends with the locks held.
#include "hostile.h"

#include <sys/file.h>

int main(int count, char **arguments) {
    (void)count;
    int file = open(arguments[0], O_RDONLY);
    int directory = open("/box", O_RDONLY | O_DIRECTORY);
    tell("lock", flock(file, LOCK_SH | LOCK_NB));
    tell("lock of the directory", flock(directory, LOCK_EX | LOCK_NB));
    struct flock lock = {.l_type = F_RDLCK, .l_whence = SEEK_SET};
    tell("record lock", fcntl(file, F_SETLK, &lock));
    tell("waiting record lock", fcntl(file, F_SETLKW, &lock));
    tell("query", fcntl(file, F_GETLK, &lock));
    lock = (struct flock){.l_type = F_RDLCK, .l_whence = SEEK_SET};
    tell("description lock", fcntl(file, F_OFD_SETLK, &lock));
    tell("lease", fcntl(file, F_SETLEASE, F_RDLCK));
    tell("notice", fcntl(directory, F_NOTIFY, DN_CREATE | DN_MULTISHOT));
}
