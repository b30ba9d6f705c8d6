// Writes without end from many processes at once, on both ways out.
#include "hostile.h"

int main(void) {
    static char block[1 << 12];
    memset(block, 'x', sizeof block);
    for (int count = 0; count < 8; count++) fork();
    for (int number = 1;; number = 3 - number) {
        if (write(number, block, sizeof block) <= 0) return 1;
    }
}
