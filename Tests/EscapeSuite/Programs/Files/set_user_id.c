// Gives a copy of itself the set-user-id bit and runs it: who is the copy?
#include "hostile.h"

int main(int count, char **arguments) {
    if (count > 1) {
        say("copy is %d %d\n", getuid(), geteuid());
        return 0;
    }
    static char text[1 << 16];
    int from = open(arguments[0], O_RDONLY);
    int to = open("/tmp/copy", O_WRONLY | O_CREAT | O_EXCL, 0700);
    if (from == -1 || to == -1) return 1;
    ssize_t length;
    while ((length = read(from, text, sizeof text)) > 0) {
        if (write(to, text, (size_t)length) != length) return 1;
    }
    fchmod(to, 06755);
    close(to);
    execl("/tmp/copy", "/tmp/copy", "copy", (char *)NULL);
    say("refused %s\n", error());
}
