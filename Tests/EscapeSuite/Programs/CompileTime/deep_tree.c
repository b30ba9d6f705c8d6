// Leaves a file below two thousand directories, where no path reaches.
#include "hostile.h"

int main(void) {
    int depth = 0;
    if (chdir("/box/out") != 0) return 1;
    while (depth < 2000 && mkdir("d", 0700) == 0 && chdir("d") == 0) depth++;
    close(open("program", O_WRONLY | O_CREAT, 0700));
    say("%d\n", depth);
}
