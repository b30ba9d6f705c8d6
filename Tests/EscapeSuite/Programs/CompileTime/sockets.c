// Leaves sockets and FIFOs with the names of programs.
#include "hostile.h"

int main(void) {
    say("%d", mkfifo("/box/out/program", 0777));
    say("%d", mkfifo("/box/out/Main.class", 0777));
    tell(" socket", mknod("/box/out/socket", S_IFSOCK | 0777, 0));
}
