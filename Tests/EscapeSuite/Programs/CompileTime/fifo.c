// Leaves a FIFO that makes whoever opens it wait for ever.
#include "hostile.h"

int main(void) {
    say("%d\n", mkfifo("/box/out/program", 0777));
}
