// Leaves names that break lines, end strings, are not text, or look like paths and options.
#include "hostile.h"

int main(void) {
    static const char *const names[] = {"a\nb", "\xff\xfe", "-rf", " ", "\x1b[2J", "..\\..", "\xc0\xaf", "...", "good"};
    int made = 0;
    for (unsigned index = 0; index < sizeof names / sizeof *names; index++) {
        char path[128];
        snprintf(path, sizeof path, "/box/out/%s", names[index]);
        int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
        made += file != -1 && write(file, "x", 1) == 1;
    }
    say("%d\n", made);
}
