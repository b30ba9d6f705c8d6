// Gives one file names until one more is refused.
#include "hostile.h"

int main(void) {
    int file = open("/tmp/file", O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (file == -1) return 1;
    for (int count = 0;; count++) {
        char name[64];
        snprintf(name, sizeof name, "/tmp/%d", count);
        if (link("/tmp/file", name) == -1) {
            say("refused %s after %d\n", error(), count);
            return 0;
        }
    }
}
