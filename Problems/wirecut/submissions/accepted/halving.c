#include <stdio.h>
#include <stdlib.h>

int main(void) {
    size_t n;
    long long k;
    if (scanf("%zu %lld", &n, &k) != 2) {
        return 1;
    }
    double *wires = malloc(n * sizeof *wires);
    if (wires == NULL) {
        return 1;
    }
    for (size_t i = 0; i < n; i++) {
        if (scanf("%lf", &wires[i]) != 1) {
            return 1;
        }
    }
    double low = 0, high = 1e9 + 1;
    for (int round = 0; round < 80; round++) {
        const double middle = (low + high) / 2;
        long long count = 0;
        for (size_t i = 0; i < n && count < k; i++) {
            count += (long long)(wires[i] / middle);
        }
        if (count >= k) {
            low = middle;
        } else {
            high = middle;
        }
    }
    printf("%.10f\n", low);
    free(wires);
    return 0;
}
