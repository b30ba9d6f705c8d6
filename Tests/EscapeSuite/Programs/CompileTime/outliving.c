// Leaves processes behind that hold the directory that is to be taken: as their own, as an open file, as a map.
#include "hostile.h"

int main(void) {
    int file = open("/box/out/program", O_RDWR | O_CREAT | O_EXCL, 0700);
    if (write(file, "good", 4) != 4) return 1;
    char *map = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    for (int count = 0; count < 4; count++) {
        if (fork() == 0) {
            setsid();
            for (int number = 1; number < 65; number++) signal(number, SIG_IGN);
            if (chdir("/box/out") != 0) _exit(1);
            for (;;) memcpy(map, count % 2 ? "good" : "good", 4);
        }
    }
    say("left\n");
}
