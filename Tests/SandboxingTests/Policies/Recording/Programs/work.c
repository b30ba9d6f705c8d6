// What a solution in C may do besides computing: threads, a child, files, time, memory.
#define _GNU_SOURCE
#include <dirent.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long sum;

static void *add(void *number) {
    char *memory = malloc(1 << 22);
    memset(memory, 1, 1 << 22);
    pthread_mutex_lock(&lock);
    sum += (long)number + memory[1 << 20];
    pthread_mutex_unlock(&lock);
    free(memory);
    return NULL;
}

static void ignore(int signal) { (void)signal; }

int main(void) {
    setvbuf(stdin, NULL, _IOFBF, 1 << 16);
    while (getchar() != EOF) {}
    struct rlimit stack;
    getrlimit(RLIMIT_STACK, &stack);
    stack.rlim_cur = stack.rlim_max;
    setrlimit(RLIMIT_STACK, &stack);
    pthread_t threads[4];
    for (long number = 0; number < 4; number++) pthread_create(&threads[number], NULL, add, (void *)number);
    for (int number = 0; number < 4; number++) pthread_join(threads[number], NULL);
    FILE *file = fopen("/tmp/text", "w+");
    fprintf(file, "%ld\n", sum);
    rewind(file);
    fseek(file, 1, SEEK_SET);
    fclose(file);
    rename("/tmp/text", "/tmp/other");
    struct stat status;
    stat("/tmp/other", &status);
    remove("/tmp/other");
    DIR *directory = opendir("/tmp");
    while (directory && readdir(directory)) {}
    closedir(directory);
    int ends[2];
    if (pipe(ends) != 0) return 1;
    char *shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    sem_t *semaphore = (sem_t *)shared;
    sem_init(semaphore, 1, 0);
    pid_t child = fork();
    if (child == 0) {
        if (write(ends[1], "x", 1) != 1) _exit(1);
        sem_post(semaphore);
        _exit(0);
    }
    char byte;
    if (read(ends[0], &byte, 1) != 1) return 1;
    sem_wait(semaphore);
    waitpid(child, NULL, 0);
    signal(SIGALRM, ignore);
    struct itimerval timer = {{0, 0}, {0, 1000}};
    setitimer(ITIMER_REAL, &timer, NULL);
    pause();
    struct timespec moment = {0, 1000000};
    nanosleep(&moment, NULL);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &moment);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    unsigned seed;
    if (getrandom(&seed, sizeof seed, 0) != sizeof seed) return 1;
    char *large = malloc(64 << 20);
    memset(large, 1, 64 << 20);
    large = realloc(large, 96 << 20);
    free(large);
    puts("done");
    return 0;
}
