// Renames files so that a device stays behind: the mark by which overlay file systems hide a name.
#include "hostile.h"

int main(void) {
    static const char *const places[] = {"/tmp", "/dev/shm", "/box"};
    for (size_t place = 0; place < sizeof places / sizeof *places; place++) {
        char from[64], to[64], what[96];
        snprintf(from, sizeof from, "%s/from", places[place]);
        snprintf(to, sizeof to, "%s/to", places[place]);
        int file = open(from, O_WRONLY | O_CREAT, 0600);
        if (file == -1) {
            say("%s refused %s\n", places[place], error());
            continue;
        }
        close(file);
        snprintf(what, sizeof what, "%s whiteout", places[place]);
        tell(what, renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_WHITEOUT));
        struct stat facts;
        say("%s %s\n", places[place], stat(from, &facts) == 0 && S_ISREG(facts.st_mode) ? "a file" : "NO FILE");
        unlink(from);
        unlink(to);
    }
}
