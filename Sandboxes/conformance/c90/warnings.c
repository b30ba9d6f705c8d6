#include <stdio.h>

int main(void) {
    printf("%s\n", 0 ? 1 : "Hello, World!");
    return 0;
}
