// Opens files until one more is refused.
#include "hostile.h"

int main(void) {
    for (int count = 3;; count++) {
        if (open("/dev/null", O_RDONLY) == -1) {
            say("refused %s at %d\n", error(), count);
            return 0;
        }
    }
}
