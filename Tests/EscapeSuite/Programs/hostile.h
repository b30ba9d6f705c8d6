// What every hostile program needs: to say in one line what it met.
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/// Writes one formatted line to standard output, past all buffers, so that nothing is lost or told twice by a fork.
__attribute__((format(printf, 1, 2))) static inline void say(const char *format, ...) {
    char line[8192];
    va_list values;
    va_start(values, format);
    int length = vsnprintf(line, sizeof line, format, values);
    va_end(values);
    if (length >= (int)sizeof line) length = sizeof line - 1;
    for (int done = 0; done < length;) {
        ssize_t count = write(STDOUT_FILENO, line + done, (size_t)(length - done));
        if (count <= 0) _exit(97);
        done += (int)count;
    }
}

/// The name of the last error, as in `EPERM`.
static inline const char *error(void) {
    const char *name = strerrorname_np(errno);
    return name ? name : "unknown";
}

/// Says whether something that must not work was refused, and how.
static inline void tell(const char *what, long result) {
    if (result == -1) {
        say("%s refused %s\n", what, error());
    } else {
        say("%s REACHED\n", what);
    }
}

/// Lets time pass without using any.
static inline void rest(long milliseconds) {
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    while (nanosleep(&time, &time) == -1 && errno == EINTR) {
    }
}

/// These programs would do to a bare machine what their comments say. So they end at once anywhere but in a box.
__attribute__((constructor)) static inline void only_in_a_box(void) {
    const char *judge = getenv("ONLINE_JUDGE");
    if (getuid() == 1000 && judge && strcmp(judge, "1") == 0 && access("/box", F_OK) == 0) return;
    static const char text[] = "a hostile program runs in a box only\n";
    if (write(STDERR_FILENO, text, sizeof text - 1) < 0) _exit(95);
    _exit(96);
}
