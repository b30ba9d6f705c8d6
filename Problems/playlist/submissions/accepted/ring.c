/* A doubly linked ring in two arrays; 0 is where it begins and ends. */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int n, m, k;
    if (scanf("%d %d %d", &n, &m, &k) != 3) {
        return 1;
    }
    int *after = malloc((size_t)(n + 1) * sizeof *after);
    int *before = malloc((size_t)(n + 1) * sizeof *before);
    if (after == NULL || before == NULL) {
        return 1;
    }
    for (int song = 0; song <= n; song++) {
        after[song] = song < n ? song + 1 : 0;
        before[song] = song > 0 ? song - 1 : n;
    }
    for (int i = 0; i < m; i++) {
        int x, y;
        if (scanf("%d %d", &x, &y) != 2) {
            return 1;
        }
        after[before[x]] = after[x];
        before[after[x]] = before[x];
        after[x] = after[y];
        before[x] = y;
        before[after[x]] = x;
        after[y] = x;
    }
    for (int song = after[0], i = 0; i < k; i++, song = after[song]) {
        printf("%d ", song);
    }
    putchar('\n');
    free(after);
    free(before);
    return 0;
}
