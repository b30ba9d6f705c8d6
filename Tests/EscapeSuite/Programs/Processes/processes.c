// Lists the processes it can see and what it can learn of the first.
#include "hostile.h"

int main(void) {
    char seen[1024] = "";
    for (int number = 1; number < 100000; number++) {
        char path[64];
        snprintf(path, sizeof path, "/proc/%d", number);
        if (access(path, F_OK) == 0 && strlen(seen) < 1000) snprintf(seen + strlen(seen), 16, " %d", number);
    }
    say("sees%s\n", seen);
    say("parent %d\n", getppid());
    static const char *const files[] = {"environ", "mem",   "maps", "auxv",      "root",    "cwd",
                                        "exe",     "stack", "fd",   "ns/mnt",    "ns/user", "syscall",
                                        "io",      "wchan", "map_files", "fdinfo"};
    for (unsigned index = 0; index < sizeof files / sizeof *files; index++) {
        char path[64], byte;
        snprintf(path, sizeof path, "/proc/1/%s", files[index]);
        int file = open(path, O_RDONLY);
        ssize_t length = file == -1 ? -1 : read(file, &byte, 1);
        // Some of them can be opened and refuse only the reading; a directory that can be opened can be listed.
        if (length == 0 || (file != -1 && length == -1 && errno != EISDIR)) {
            say("%s empty\n", files[index]);
        } else {
            tell(files[index], file);
        }
    }
}
