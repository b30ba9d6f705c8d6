// Reads what the kernel tells of the network around it: routes, neighbours and sockets.
#include "hostile.h"

static void count(const char *name) {
    char path[64];
    snprintf(path, sizeof path, "/proc/self/net/%s", name);
    FILE *file = fopen(path, "r");
    if (!file) {
        say("%s %s\n", name, error());
        return;
    }
    // Sockets of pairs have no name; the supervisor's are among them.
    int lines = 0, named = 0;
    for (char line[512]; fgets(line, sizeof line, file);) {
        lines++;
        named += strchr(line, '@') || strchr(line, '/');
    }
    say("%s %d\n", name, strcmp(name, "unix") == 0 ? named : lines);
}

int main(void) {
    // The headings alone; of those with names none.
    static const char *const names[] = {"unix", "tcp", "tcp6", "udp", "raw", "route", "arp", "packet"};
    for (unsigned index = 0; index < sizeof names / sizeof *names; index++) count(names[index]);
}
