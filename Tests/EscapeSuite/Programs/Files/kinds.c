// Counts what it can reach that is more than a file: sockets, FIFOs, devices, what belongs to it, what it may write.
#include "hostile.h"

#include <ftw.h>

static int sockets, fifos, devices, privileged, writable;

static int look(const char *path, const struct stat *status, int kind, struct FTW *walk) {
    (void)kind, (void)walk;
    if (strncmp(path, "/proc/", 6) == 0) return 0;
    sockets += S_ISSOCK(status->st_mode);
    fifos += S_ISFIFO(status->st_mode);
    devices += S_ISCHR(status->st_mode) || S_ISBLK(status->st_mode);
    if (S_ISSOCK(status->st_mode) || S_ISFIFO(status->st_mode)) say("%s REACHED\n", path);
    if (S_ISREG(status->st_mode) || S_ISDIR(status->st_mode)) {
        // Bits that mean nothing here, since every mount is nosuid: counted where they would mean something.
        privileged += S_ISREG(status->st_mode) && status->st_mode & 06000 && access(path, W_OK) == 0;
        bool own = strcmp(path, "/tmp") == 0 || strcmp(path, "/dev/shm") == 0 || strncmp(path, "/box", 4) == 0;
        if (!own && access(path, W_OK) == 0) {
            say("%s can be written REACHED\n", path);
            writable++;
        }
    }
    return 0;
}

int main(void) {
    nftw("/", look, 64, FTW_PHYS);
    say("sockets %d fifos %d devices %d privileged %d writable %d\n", sockets, fifos, devices, privileged, writable);
}
