#include <stdio.h>

int main(void) {
    int count;
    long long value, sum = 0;
    scanf("%d", &count);
    while (count-- > 0 && scanf("%lld", &value) == 1) sum += value;
    printf("%lld\n", sum);
}
