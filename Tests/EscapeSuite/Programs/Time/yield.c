// Gives its processor away as soon as it has it, so that no tick of the clock ever meets it.
#include "hostile.h"

#include <sched.h>

int main(void) {
    for (int count = 0; count < 3; count++) fork();
    for (;;) sched_yield();
}
