// What a judge's day is made of.
//
//     load hello            says so
//     load spin             uses CPU time up, more than there is
//     load wait             waits
//     load flood            writes without end
//     load make             leaves files, as a compiler does
//     load fork             starts processes that stay
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int count, char **arguments) {
    const char *what = count > 1 ? arguments[1] : "";
    if (strcmp(what, "spin") == 0) {
        for (volatile unsigned long i = 0;; i++) {}
    }
    if (strcmp(what, "wait") == 0) {
        for (;;) { pause(); }
    }
    if (strcmp(what, "flood") == 0) {
        static char bytes[65536];
        memset(bytes, 'x', sizeof bytes);
        while (write(1, bytes, sizeof bytes) > 0) {}
    }
    if (strcmp(what, "make") == 0) {
        for (int i = 0; i < 20; i++) {
            char name[64];
            snprintf(name, sizeof name, "/box/made-%d", i);
            int file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0644);
            static char bytes[100000];
            if (file < 0 || write(file, bytes, sizeof bytes) != sizeof bytes || close(file) < 0) { return 1; }
        }
    }
    if (strcmp(what, "fork") == 0) {
        for (int i = 0; i < 8; i++) {
            if (fork() == 0) {
                setsid();
                for (;;) { pause(); }
            }
        }
    }
    printf("hello\n");
    return 0;
}
