// Closes everything first, so that whoever waits for the end of its output believes it has ended.
#include "hostile.h"

int main(void) {
    close(0);
    close(1);
    close(2);
    for (;;) rest(1000000);
}
