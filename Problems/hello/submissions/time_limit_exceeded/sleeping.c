/* Uses next to no CPU time, and sleeps again when something wakes it. */
#include <stdio.h>
#include <unistd.h>

int main(void) {
    puts("Hello, World!");
    for (int minutes = 0; minutes < 10; minutes++) {
        sleep(60);
    }
    return 0;
}
