// Leaves nothing at all.
#include "hostile.h"

int main(void) {
    say("%d\n", rmdir("/box/out"));
}
