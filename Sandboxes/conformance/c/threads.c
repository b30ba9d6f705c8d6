#include <stdatomic.h>
#include <stdio.h>
#include <threads.h>

static atomic_int sum;

static int add(void *number) {
    for (int i = 0; i < 1000; i++) atomic_fetch_add(&sum, *(int *)number);
    return 0;
}

int main(void) {
    thrd_t threads[4];
    int numbers[4];
    for (int i = 0; i < 4; i++) {
        numbers[i] = i;
        if (thrd_create(&threads[i], add, &numbers[i]) != thrd_success) return 1;
    }
    for (int i = 0; i < 4; i++) thrd_join(threads[i], NULL);
    printf("%d\n", atomic_load(&sum));
}
