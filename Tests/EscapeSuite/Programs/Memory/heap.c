// Touches heap without end.
#include "hostile.h"

int main(void) {
    for (;;) {
        char *block = malloc(1 << 20);
        if (!block) {
            say("refused %s\n", error());
            return 1;
        }
        memset(block, 1, 1 << 20);
    }
}
