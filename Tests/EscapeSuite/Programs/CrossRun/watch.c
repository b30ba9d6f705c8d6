// Watches what happens to the files that it shares with the host.
#include "hostile.h"

#include <sys/inotify.h>

int main(void) {
    int watch = inotify_init1(IN_NONBLOCK);
    if (watch == -1) {
        say("refused %s\n", error());
        return 0;
    }
    static const char *const names[] = {"/etc", "/home", "/root", "/var", "/proc/1/root", "/sys", "/usr"};
    for (unsigned index = 0; index < sizeof names / sizeof *names; index++) {
        tell(names[index], inotify_add_watch(watch, names[index], IN_ALL_EVENTS));
    }
}
