// One side of a conversation; what it does is its first argument.
#include "hostile.h"

#include <sys/ioctl.h>

static long heard(void) {
    long number = -1;
    return scanf("%ld", &number) == 1 ? number : -1;
}

// Finds a number by halves, as the candidate.
static int guess(void) {
    long low = 1, high = 1000000;
    while (low < high) {
        long middle = (low + high) / 2;
        printf("%ld\n", middle);
        fflush(stdout);
        long answer = heard();
        if (answer < 0) { return 7; }
        if (answer == 0) { return 0; }
        if (answer == 1) { low = middle + 1; } else { high = middle; }
    }
    printf("%ld\n", low);
    fflush(stdout);
    return 0;
}

// Answers guesses, as the judge.
static int answer(void) {
    for (int round = 0; round < 25; round++) {
        long number = heard();
        if (number < 0) { return 43; }
        if (number == 777777) { say("0\n"); return 42; }
        say(number < 777777 ? "1\n" : "2\n");
    }
    return 43;
}

static int write_much(long bytes) {
    static char block[65536];
    memset(block, 'x', sizeof block);
    for (long done = 0; done < bytes; done += sizeof block) {
        if (write(1, block, sizeof block) != sizeof block) { return 9; }
    }
    return 0;
}

// Until there is no more.
static int read_all(void) {
    static char block[65536];
    while (read(0, block, sizeof block) > 0) {}
    return 0;
}

static int rounds(long count, int is_first) {
    char byte = 'x';
    for (long round = 0; round < count; round++) {
        if (is_first && write(1, &byte, 1) != 1) { return 9; }
        if (read(0, &byte, 1) != 1) { return 8; }
        if (!is_first && write(1, &byte, 1) != 1) { return 9; }
    }
    return 0;
}

static int waiting(int pipe) {
    int bytes = 0;
    return ioctl(pipe, FIONREAD, &bytes) == 0 ? bytes : -1;
}

// Takes back what it has just written, until its supervisor waits for that and reads nothing any more: then it spins.
static int steal(void) {
    int output = open("/proc/self/fd/1", O_RDONLY | O_NONBLOCK), error = open("/proc/self/fd/2", O_RDONLY | O_NONBLOCK);
    if (output < 0 || error < 0) { return 6; }
    for (char byte = 'x';;) {
        if (write(1, &byte, 1) != 1) { return 9; }
        if (read(output, &byte, 1) != 1) { continue; }
        if (write(2, &byte, 1) != 1) { return 9; }
        struct timespec start, now;
        clock_gettime(CLOCK_MONOTONIC, &start);
        do {
            clock_gettime(CLOCK_MONOTONIC, &now);
        } while (waiting(error) > 0 && (now.tv_sec - start.tv_sec) * 1000000000 + now.tv_nsec - start.tv_nsec < 50000000);
        if (waiting(error) > 0) { for (;;) {} }
    }
}

int main(int count, char **words) {
    const char *word = count > 1 ? words[1] : "";
    long number = count > 2 ? atol(words[2]) : 0;
    if (!strcmp(word, "guess")) { return guess(); }
    if (!strcmp(word, "answer")) { return answer(); }
    if (!strcmp(word, "end")) { return (int)number; }
    if (!strcmp(word, "listen")) { long got = heard(); return got < 0 ? 8 : (int)number; }
    if (!strcmp(word, "read-all")) { read_all(); return (int)number; }
    if (!strcmp(word, "write")) { return write_much(number); }
    if (!strcmp(word, "write-and-accept")) { return write_much(number) ? 9 : 42; }
    if (!strcmp(word, "spin")) { for (;;) {} }
    if (!strcmp(word, "steal")) { return steal(); }
    if (!strcmp(word, "crash")) { abort(); }
    if (!strcmp(word, "ping")) { return rounds(number, 1); }
    if (!strcmp(word, "pong")) { return rounds(number, 0) ? 43 : 42; }
    // Keeps what it writes to open beyond its own end, in a child.
    if (!strcmp(word, "leave-child")) { if (fork() == 0) { for (;;) { pause(); } } return (int)number; }
    if (!strcmp(word, "reopen")) { return open("/dev/stdin", O_RDONLY) >= 0 && open("/dev/stdout", O_WRONLY) >= 0 ? 0 : 6; }
    return 5;
}
