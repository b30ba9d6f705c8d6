// Closes everything it has and ends well.
#include "hostile.h"

int main(void) {
    say("closing\n");
    for (int number = 0; number < 1024; number++) close(number);
}
