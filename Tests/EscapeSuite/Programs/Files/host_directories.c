// Opens the host's directories.
#include "hostile.h"

int main(void) {
    static const char *const names[] = {
        "/home", "/root", "/var", "/sys", "/run", "/mnt", "/srv", "/media", "/boot", "/opt", "/work", "/snap",
        "/lost+found", "/sys/fs/cgroup", "/var/run/docker.sock", "/run/user", "/etc/ssh", "/etc/sudoers",
    };
    for (unsigned index = 0; index < sizeof names / sizeof *names; index++) {
        tell(names[index], open(names[index], O_RDONLY));
    }
}
