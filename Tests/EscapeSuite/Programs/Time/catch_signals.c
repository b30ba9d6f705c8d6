// Answers every signal that can be caught by going on.
#include "hostile.h"

static void go_on(int number) {
    (void)number;
}

int main(void) {
    for (int number = 1; number < 65; number++) signal(number, go_on);
    for (volatile unsigned long count = 0;; count++) {
    }
}
