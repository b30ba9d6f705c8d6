#include <stdio.h>
#include <stdlib.h>

static int compare(const void *left, const void *right) {
    int a = *(const int *)left, b = *(const int *)right;
    return (a > b) - (a < b);
}

int main(void) {
    int count, i, *values;
    if (scanf("%d", &count) != 1) return 1;
    values = malloc(count * sizeof *values);
    for (i = 0; i < count; i++) scanf("%d", &values[i]);
    qsort(values, count, sizeof *values, compare);
    for (i = 0; i < count; i++) printf("%d\n", values[i]);
    free(values);
    return 0;
}
