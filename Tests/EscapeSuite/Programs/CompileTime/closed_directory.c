// Leaves directories that nobody may look into, with something in them.
#include "hostile.h"

int main(void) {
    say("%d", mkdir("/box/out/closed", 0700));
    close(open("/box/out/closed/file", O_WRONLY | O_CREAT, 0600));
    say("%d", chmod("/box/out/closed", 0));
    say("%d\n", chmod("/box/out", 0));
}
