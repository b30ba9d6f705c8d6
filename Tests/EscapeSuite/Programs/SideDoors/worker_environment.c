// Looks for the worker's environment, where its secrets would be, in its own, its parent's and every other process's.
#include "hostile.h"

int main(void) {
    static char text[1 << 16];
    extern char **environ;
    int known = 0;
    for (char **variable = environ; *variable; variable++) known++;
    int file = open("/proc/self/environ", O_RDONLY), count = 0;
    ssize_t length = file == -1 ? -1 : read(file, text, sizeof text);
    for (ssize_t index = 0; index < length; index++) count += text[index] == 0;
    say("self %s\n", length == -1 ? error() : count == known ? "as given" : "REACHED");
    tell("init", open("/proc/1/environ", O_RDONLY));
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/environ", getppid());
    tell("parent", open(path, O_RDONLY));
    snprintf(path, sizeof path, "/proc/%d/task/%d/environ", getppid(), getppid());
    tell("parent's task", open(path, O_RDONLY));
}
