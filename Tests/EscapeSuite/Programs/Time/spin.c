// Uses CPU time and nothing else.
#include "hostile.h"

int main(void) {
    for (volatile unsigned long count = 0;; count++) {
    }
}
