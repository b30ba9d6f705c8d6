/* SIGSEGV: the table is for ASCII, and whatever is beyond lands far behind it. */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int *volatile next = calloc(128, sizeof *next);
    int best = 0, start = 0, position = 0;
    for (int byte = getchar(); byte != EOF && byte != '\n'; byte = getchar()) {
        const long place = byte < 128 ? byte : (long)byte << 32;
        if (next[place] > start) {
            start = next[place];
        }
        next[place] = ++position;
        if (position - start > best) {
            best = position - start;
        }
    }
    printf("%d\n", best);
    return 0;
}
