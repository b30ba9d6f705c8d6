// Looks for descriptors that somebody forgot to close.
#include "hostile.h"

#include <dirent.h>

int main(void) {
    for (int number = 0; number < 1 << 16; number++) {
        struct stat status;
        if (fstat(number, &status) == -1) continue;
        mode_t kind = status.st_mode & S_IFMT;
        if (number == 0) {
            // A pipe, or a file without a name that is sealed.
            int seals = fcntl(0, F_GET_SEALS);
            int all = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
            bool closed = kind == S_IFIFO || (kind == S_IFREG && seals != -1 && (seals & all) == all);
            say("0 %s\n", closed ? "sealed" : "REACHED");
        } else if (number < 3) {
            say("%d %s\n", number, kind == S_IFIFO ? "pipe" : "REACHED");
        } else {
            say("%d REACHED\n", number);
        }
    }
    DIR *stream = opendir("/proc/self/fd");
    int count = 0;
    for (struct dirent *entry; stream && (entry = readdir(stream));) count += entry->d_name[0] != '.';
    // One of them is the directory itself.
    say("listed %d\n", count - 1);
}
