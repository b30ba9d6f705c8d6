// Opens a FIFO that nobody will ever write to.
#include "hostile.h"

int main(void) {
    if (mkfifo("/tmp/fifo", 0600) != 0) return 1;
    open("/tmp/fifo", O_RDONLY);
    say("REACHED\n");
}
