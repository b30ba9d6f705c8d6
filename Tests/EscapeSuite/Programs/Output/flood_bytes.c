// Writes without end, one byte at a time.
#include "hostile.h"

int main(void) {
    while (write(1, "x", 1) == 1) {
    }
    return 1;
}
