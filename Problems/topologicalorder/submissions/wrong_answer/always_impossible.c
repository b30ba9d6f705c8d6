#include <stdio.h>

int main(void) {
    puts("IMPOSSIBLE");
    return 0;
}
