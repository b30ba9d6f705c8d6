// Leaves one good file among a FIFO, links and empty directories.
#include "hostile.h"

int main(void) {
    int file = open("/box/out/good", O_WRONLY | O_CREAT | O_EXCL, 0755);
    say("%zd", write(file, "good", 4));
    say("%d", mkfifo("/box/out/fifo", 0777));
    say("%d", symlink("good", "/box/out/link"));
    say("%d\n", mkdir("/box/out/empty", 0700));
}
