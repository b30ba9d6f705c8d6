// Sleeps longer than anybody wants to wait.
#include "hostile.h"

int main(void) {
    for (;;) rest(1000000);
}
