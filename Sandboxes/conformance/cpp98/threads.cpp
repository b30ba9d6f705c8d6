#include <iostream>
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int sum = 0;

static void *add(void *number) {
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&lock);
        sum += *static_cast<int *>(number);
        pthread_mutex_unlock(&lock);
    }
    return 0;
}

int main() {
    pthread_t threads[4];
    int numbers[4];
    for (int i = 0; i < 4; i++) {
        numbers[i] = i;
        if (pthread_create(&threads[i], 0, add, &numbers[i]) != 0) return 1;
    }
    for (int i = 0; i < 4; i++) pthread_join(threads[i], 0);
    std::cout << sum << '\n';
}
