// Writes newlines without end: for whoever counts lines, or compares them.
#include "hostile.h"

int main(void) {
    static char block[1 << 16];
    memset(block, '\n', sizeof block);
    while (write(1, block, sizeof block) > 0) {
    }
    return 1;
}
