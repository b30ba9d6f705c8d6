/* Prints 64 MiB, eight times what the package allows.
   @EXPECTED_RESULTS@: OUTPUT-LIMIT */
#include <stdio.h>
#include <string.h>

int main(void) {
    static char block[1 << 16];
    memset(block, '7', sizeof block);
    block[sizeof block - 1] = '\n';
    for (int i = 0; i < 1024; i++) {
        fwrite(block, 1, sizeof block, stdout);
    }
    return 0;
}
