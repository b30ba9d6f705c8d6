// Locks the artifact, which other runs and the worker share, in every way and ends with the locks held.
#include "hostile.h"

#include <sys/file.h>

int main(int count, char **arguments) {
    (void)count;
    int file = open(arguments[0], O_RDONLY);
    int directory = open("/box", O_RDONLY | O_DIRECTORY);
    flock(file, LOCK_EX | LOCK_NB);
    flock(directory, LOCK_EX | LOCK_NB);
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    tell("record lock", fcntl(file, F_SETLK, &lock));
    tell("lease", fcntl(file, F_SETLEASE, F_WRLCK));
}
