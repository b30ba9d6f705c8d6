// Writes as much as it may to the byte, on both ways out together.
#include "hostile.h"

int main(void) {
    static char block[1 << 19];
    memset(block, 'x', sizeof block);
    for (int number = 1; number < 3; number++) {
        for (size_t done = 0; done < sizeof block;) {
            ssize_t count = write(number, block + done, sizeof block - done);
            if (count <= 0) return 1;
            done += (size_t)count;
        }
    }
}
