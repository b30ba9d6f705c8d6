// Makes its output one of packets, so that a byte fills a page and whoever reads too little loses the rest.
#include "hostile.h"

int main(void) {
    fcntl(1, F_SETFL, O_DIRECT);
    fcntl(1, F_SETPIPE_SZ, 1 << 20);
    for (int count = 0; count < 20000; count++) {
        if (write(1, "ab\n", 3) != 3) return 1;
    }
}
