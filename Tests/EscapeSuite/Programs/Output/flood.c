// Writes without end to the descriptors that are the arguments, in turn.
#include "hostile.h"

int main(int count, char **arguments) {
    static char block[1 << 16];
    memset(block, 'x', sizeof block);
    for (;;) {
        for (int index = 1; index < count; index++) {
            if (write(atoi(arguments[index]), block, sizeof block) <= 0) return 1;
        }
    }
}
