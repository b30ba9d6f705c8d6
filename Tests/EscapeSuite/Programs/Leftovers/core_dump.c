// Dies in the way that writes a core file.
#include "hostile.h"

int main(void) {
    if (chdir("/tmp") != 0) return 1;
    abort();
}
