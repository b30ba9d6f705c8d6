// Keeps one byte of every page that it fills elsewhere: what is cut out of a file counts no more, what is left does.
#include "hostile.h"

int main(void) {
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    int file = memfd_create("fragments", 0);
    for (int turn = 0; turn < 2000; turn++) {
        if (write(file, block, sizeof block) <= 0) {
            lseek(file, 0, SEEK_SET);
            continue;
        }
        off_t end = lseek(file, 0, SEEK_CUR);
        fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, end - (1 << 20), 1 << 20);
        if (end >= 900 << 20) lseek(file, 0, SEEK_SET);
    }
    say("cut out again and again\n");
}
