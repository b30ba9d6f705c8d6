// Wants memory that can never be reclaimed.
#include "hostile.h"

int main(void) {
    static char block[16 << 20];
    tell("mlock", mlock(block, sizeof block));
    tell("mlockall", mlockall(MCL_CURRENT | MCL_FUTURE));
}
