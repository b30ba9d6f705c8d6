// Treats the file that is its input as what it is underneath: seals it, grows it, maps it, executes it.
#include "hostile.h"

int main(void) {
    tell("seal", fcntl(0, F_ADD_SEALS, F_SEAL_WRITE));
    tell("unseal by copy", fcntl(fcntl(0, F_DUPFD, 3), F_ADD_SEALS, F_SEAL_GROW));
    tell("mode", fchmod(0, 0777));
    tell("owner", fchown(0, 1000, 1000));
    tell("write", pwrite(0, "x", 1, 0));
    tell("grow", ftruncate(0, 1 << 20));
    tell("name", linkat(AT_FDCWD, "/proc/self/fd/0", AT_FDCWD, "/tmp/input", AT_SYMLINK_FOLLOW));
    extern char **environ;
    char *const arguments[] = {"input", NULL};
    tell("execute", fexecve(0, arguments, environ));
}
