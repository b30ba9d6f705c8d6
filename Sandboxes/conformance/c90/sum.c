#include <stdio.h>

int main(void) {
    int count;
    long value, sum = 0;
    scanf("%d", &count);
    while (count-- > 0 && scanf("%ld", &value) == 1) sum += value;
    printf("%ld\n", sum);
    return 0;
}
