#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int sum;

static void *add(void *number) {
    int i;
    for (i = 0; i < 1000; i++) {
        pthread_mutex_lock(&lock);
        sum += *(int *)number;
        pthread_mutex_unlock(&lock);
    }
    return NULL;
}

int main(void) {
    pthread_t threads[4];
    int numbers[4], i;
    for (i = 0; i < 4; i++) {
        numbers[i] = i;
        if (pthread_create(&threads[i], NULL, add, &numbers[i]) != 0) return 1;
    }
    for (i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    printf("%d\n", sum);
    return 0;
}
