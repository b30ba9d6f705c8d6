// Makes a million files.
#include "hostile.h"

int main(void) {
    int count = 0;
    for (; count < 1000000; count++) {
        char name[64];
        snprintf(name, sizeof name, "/tmp/%d", count);
        int file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);
        if (file == -1) break;
        close(file);
    }
    say("refused %s after %d\n", error(), count);
}
