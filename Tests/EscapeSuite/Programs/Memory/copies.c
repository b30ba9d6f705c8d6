// Shares what it has with children, each of which then writes to all of it.
#include "hostile.h"

int main(void) {
    static char block[24 << 20];
    memset(block, 1, sizeof block);
    for (int count = 0; count < 8; count++) {
        if (fork() == 0) {
            memset(block, count, sizeof block);
            for (;;) pause();
        }
    }
    for (;;) pause();
}
