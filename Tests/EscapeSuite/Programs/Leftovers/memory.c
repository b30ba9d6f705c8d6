// Holds as many megabytes as the second argument says, in the place that the first one names, and ends well.
#include "hostile.h"

int main(int count, char **arguments) {
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    if (count != 3) return 2;
    int size = atoi(arguments[2]);
    bool in_heap = strcmp(arguments[1], "heap") == 0;
    int file = in_heap ? -1 : open(arguments[1], O_WRONLY | O_CREAT | O_EXCL, 0600);
    for (int index = 0; index < size; index++) {
        char *memory = in_heap ? malloc(sizeof block) : NULL;
        if (memory) memset(memory, 1, sizeof block);
        if (!in_heap && write(file, block, sizeof block) != (ssize_t)sizeof block) {
            say("refused %s after %d\n", error(), index);
            return 1;
        }
    }
    say("held %d\n", size);
}
