#include <stdio.h>
#include <stdlib.h>

struct entry {
    long long number;
    int position;
};

static int compare(const void *left, const void *right) {
    const long long a = ((const struct entry *)left)->number, b = ((const struct entry *)right)->number;
    return (a > b) - (a < b);
}

int main(void) {
    int n;
    long long sum;
    if (scanf("%d %lld", &n, &sum) != 2) {
        return 1;
    }
    struct entry *entries = malloc(((size_t)n + 1) * sizeof *entries);
    if (entries == NULL) {
        return 1;
    }
    for (int i = 0; i < n; i++) {
        if (scanf("%lld", &entries[i].number) != 1) {
            return 1;
        }
        entries[i].position = i + 1;
    }
    qsort(entries, (size_t)n, sizeof *entries, compare);
    for (int low = 0, high = n - 1; low < high;) {
        const long long found = entries[low].number + entries[high].number;
        if (found == sum) {
            printf("%d %d\n", entries[low].position, entries[high].position);
            return 0;
        }
        if (found < sum) {
            low++;
        } else {
            high--;
        }
    }
    puts("IMPOSSIBLE");
    return 0;
}
