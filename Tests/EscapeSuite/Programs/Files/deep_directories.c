// Makes directories in directories until one is refused, deeper than any path can be long.
#include "hostile.h"

int main(void) {
    if (chdir("/tmp") != 0) return 1;
    for (int count = 0;; count++) {
        if (mkdir("dddddddddddddddddddddddddddddddd", 0700) == -1) {
            say("refused %s after %d\n", error(), count);
            return 0;
        }
        if (chdir("dddddddddddddddddddddddddddddddd") != 0) return 1;
    }
}
