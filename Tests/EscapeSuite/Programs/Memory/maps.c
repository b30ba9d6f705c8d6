// Makes as many maps as a process may have, in as many processes as it may have: memory of the kernel's.
#include "hostile.h"

int main(void) {
    for (int count = 0; count < 3; count++) fork();
    for (long count = 0;; count++) {
        // Neighbours with different protections cannot be one.
        int protection = count % 2 ? PROT_READ : PROT_NONE;
        if (mmap(NULL, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED) rest(1000);
    }
}
