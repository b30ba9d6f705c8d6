// Prints what is mounted where, and how it is protected.
#include "hostile.h"

int main(void) {
    static char text[1 << 16];
    int file = open("/proc/self/mountinfo", O_RDONLY);
    size_t length = 0;
    ssize_t part;
    while (file != -1 && (part = read(file, text + length, sizeof text - 1 - length)) > 0) length += (size_t)part;
    static const char *const wanted[] = {"ro", "rw", "nosuid", "nodev", "noexec", "nosymfollow"};
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        char point[1024], options[1024];
        if (sscanf(line, "%*s %*s %*s %*s %1023s %1023s", point, options) != 2) continue;
        say("%s", point);
        for (unsigned index = 0; index < sizeof wanted / sizeof *wanted; index++) {
            char copy[1024], *rest_of_it = NULL;
            strcpy(copy, options);
            for (char *word = strtok_r(copy, ",", &rest_of_it); word; word = strtok_r(NULL, ",", &rest_of_it)) {
                if (strcmp(word, wanted[index]) == 0) say(" %s", word);
            }
        }
        say("\n");
    }
}
