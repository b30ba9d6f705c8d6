// Leaves a child behind that lengthens and shortens the file while it is being taken.
#include "hostile.h"

int main(void) {
    int file = open("/box/out/program", O_WRONLY | O_CREAT | O_EXCL, 0700);
    if (write(file, "good", 4) != 4) return 1;
    if (fork() == 0) {
        setsid();
        for (;;) {
            (void)!ftruncate(file, 1 << 20);
            (void)!ftruncate(file, 4);
        }
    }
    rest(20);
    say("left\n");
}
