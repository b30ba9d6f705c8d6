// Fills its private file systems with names in depth and breadth, and ends.
#include "hostile.h"

int main(void) {
    static const char *const places[] = {"/tmp", "/dev/shm"};
    for (int place = 0; place < 2; place++) {
        if (chdir(places[place]) != 0) return 1;
        int count = 0;
        for (; count < 120; count++) {
            char name[64];
            snprintf(name, sizeof name, "escape-%d", count);
            close(open(name, O_WRONLY | O_CREAT, 0600));
            if (mkdir("d", 0700) != 0 || chdir("d") != 0) break;
        }
        say("%s %d\n", places[place], count);
    }
}
