// Leaves a thousand files that hold nothing, each as large as all of them may be together.
#include "hostile.h"

int main(void) {
    int made = 0;
    for (char name[64]; made < 1000; made++) {
        snprintf(name, sizeof name, "/box/out/%d", made);
        int file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);
        if (file == -1 || ftruncate(file, 16 << 20) != 0) break;
        close(file);
    }
    say("%d\n", made);
}
