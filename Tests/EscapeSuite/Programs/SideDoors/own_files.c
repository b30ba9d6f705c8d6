// Writes to the files in /proc that steer a process.
#include "hostile.h"

static void put(const char *name, const char *text) {
    int file = open(name, O_WRONLY);
    if (file == -1) {
        say("%s refused %s\n", name, error());
        return;
    }
    tell(name, write(file, text, strlen(text)));
    close(file);
}

int main(void) {
    put("/proc/self/uid_map", "0 0 1");
    put("/proc/self/gid_map", "0 0 1");
    put("/proc/self/setgroups", "allow");
    put("/proc/self/projid_map", "0 0 1");
    put("/proc/1/oom_score_adj", "1000");
    put("/proc/1/coredump_filter", "0xff");
    put("/proc/1/clear_refs", "1");
    put("/proc/1/comm", "program");
}
