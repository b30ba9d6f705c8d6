// Recurses without end, a page or more at each step.
#include "hostile.h"

static volatile unsigned deepest = ~0U;

static unsigned descend(unsigned depth) {
    volatile char frame[4096];
    frame[0] = (char)depth;
    frame[4095] = (char)depth;
    if (depth == deepest) return 0;
    return descend(depth + 1) + (unsigned)frame[0] + (unsigned)frame[4095];
}

int main(void) {
    return (int)descend(0);
}
