#include <stdio.h>

static long depth(volatile long n) {
    return n == 0 ? 0 : 1 + depth(n - 1);
}

int main(void) {
    printf("%ld\n", depth(100000));
    return 0;
}
