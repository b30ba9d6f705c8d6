// Writes every byte there is, NUL among them, and the orders that terminals obey.
#include "hostile.h"

int main(void) {
    unsigned char bytes[256];
    for (int value = 0; value < 256; value++) bytes[value] = (unsigned char)value;
    for (int number = 1; number < 3; number++) {
        if (write(number, bytes, sizeof bytes) != sizeof bytes) return 1;
    }
}
