// Opens its output again for reading, to see what others wrote there.
#include "hostile.h"

int main(void) {
    for (int number = 1; number < 3; number++) {
        char path[64], name[16];
        snprintf(path, sizeof path, "/proc/self/fd/%d", number);
        snprintf(name, sizeof name, "%d", number);
        int file = open(path, O_RDONLY | O_NONBLOCK);
        struct stat status;
        fstat(number, &status);
        char byte;
        if (!S_ISFIFO(status.st_mode)) say("%d REACHED a file\n", number);
        if (file != -1 && read(file, &byte, 1) == 1) say("%d REACHED what was written\n", number);
        if (lseek(number, 0, SEEK_SET) != -1) say("%d REACHED its beginning\n", number);
        if (ftruncate(number, 0) != -1) say("%d REACHED its end\n", number);
    }
    say("done\n");
}
