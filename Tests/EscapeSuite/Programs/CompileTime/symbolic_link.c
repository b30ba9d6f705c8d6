// Leaves links to the host's files where the compiled program is expected.
#include "hostile.h"

int main(void) {
    say("%d", symlink("/etc/passwd", "/box/out/program"));
    say("%d", symlink("/etc/shadow", "/box/out/shadow"));
    say("%d", symlink("../../../../../etc/shadow", "/box/out/upwards"));
    say("%d", symlink("/proc/1/environ", "/box/out/environ"));
    say("%d", symlink("/", "/box/out/root"));
    say("%d\n", symlink(".", "/box/out/self"));
}
