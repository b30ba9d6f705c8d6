// Executes itself from a file that has no name: the copy may no more than the original.
#include "hostile.h"

#include <sched.h>

int main(int count, char **arguments) {
    if (count > 1) {
        tell("socket", syscall(SYS_socket, 2, 1, 0));
        tell("shadow", access("/etc/shadow", F_OK));
        tell("namespace", syscall(SYS_unshare, CLONE_NEWUSER));
        return 0;
    }
    static char text[1 << 16];
    int from = open(arguments[0], O_RDONLY), to = memfd_create("nobody", MFD_CLOEXEC);
    ssize_t length;
    while ((length = read(from, text, sizeof text)) > 0) {
        if (write(to, text, (size_t)length) != length) return 1;
    }
    extern char **environ;
    char *const again[] = {"copy", "copy", NULL};
    say("executing\n");
    fexecve(to, again, environ);
    say("refused %s\n", error());
}
