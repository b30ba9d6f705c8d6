// Fills files that have no name.
#include "hostile.h"

int main(void) {
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    for (long count = 0;; count++) {
        int file = memfd_create("hostile", 0);
        if (file == -1) {
            say("refused %s after %ld\n", error(), count);
            return 0;
        }
        for (int part = 0; part < 8; part++) {
            if (write(file, block, sizeof block) <= 0) {
                say("write refused %s\n", error());
                return 1;
            }
        }
    }
}
