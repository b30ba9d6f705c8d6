// Stops its parent and spins: the limit must still be enforced.
#include "hostile.h"

int main(void) {
    kill(getppid(), SIGSTOP);
    for (;;) kill(1, SIGSTOP);
}
