// Looks where in the cgroups it is; in a cgroup namespace of its own that is nowhere but the root.
#include "hostile.h"

int main(void) {
    static char text[1 << 14];
    int file = open("/proc/self/cgroup", O_RDONLY);
    if (file == -1) {
        say("refused %s\n", error());
        return 0;
    }
    (void)!read(file, text, sizeof text - 1);
    int others = 0;
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        const char *path = strrchr(line, ':');
        if (!path || strcmp(path, ":/") != 0) {
            say("%s\n", line);
            others++;
        }
    }
    say("others %d\n", others);
}
