// Reads its input to the end and once more: every run must begin at the beginning, whatever the last one did.
#include "hostile.h"

int main(void) {
    char text[64];
    ssize_t length = read(0, text, sizeof text - 1);
    text[length < 0 ? 0 : length] = 0;
    say("first %s\n", text);
    lseek(0, 3, SEEK_SET);
    fcntl(0, F_SETFL, O_NONBLOCK | O_APPEND);
}
