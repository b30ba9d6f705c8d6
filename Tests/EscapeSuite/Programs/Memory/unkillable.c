// Asks the kernel to spare it when memory runs out, ignores every signal, and then uses memory up.
#include "hostile.h"

int main(void) {
    for (int number = 1; number < 65; number++) signal(number, SIG_IGN);
    static const char *const scores[] = {"-1000", "-999", "-1"};
    for (unsigned index = 0; index < sizeof scores / sizeof *scores; index++) {
        int file = open("/proc/self/oom_score_adj", O_WRONLY);
        if (file == -1) {
            say("open refused %s\n", error());
            continue;
        }
        if (write(file, scores[index], strlen(scores[index])) == -1) {
            say("%s refused %s\n", scores[index], error());
        } else {
            say("%s REACHED\n", scores[index]);
        }
        close(file);
    }
    for (;;) {
        char *block = malloc(1 << 20);
        if (block) memset(block, 1, 1 << 20);
    }
}
