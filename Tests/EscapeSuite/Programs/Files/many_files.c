// Makes empty files until one is refused.
#include "hostile.h"

int main(void) {
    for (int count = 0;; count++) {
        char name[64];
        snprintf(name, sizeof name, "/tmp/%d", count);
        int file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);
        if (file == -1) {
            say("refused %s after %d\n", error(), count);
            return 0;
        }
        close(file);
    }
}
