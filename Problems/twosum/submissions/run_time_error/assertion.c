/* SIGABRT: an assertion that does not hold for the large cases. */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>

int main(void) {
    static long long numbers[1000];
    int n;
    long long sum;
    assert(scanf("%d %lld", &n, &sum) == 2);
    assert(n <= 1000);
    for (int i = 0; i < n; i++) {
        assert(scanf("%lld", &numbers[i]) == 1);
    }
    for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
            if (numbers[i] + numbers[j] == sum) {
                printf("%d %d\n", i + 1, j + 1);
                return 0;
            }
        }
    }
    puts("IMPOSSIBLE");
    return 0;
}
