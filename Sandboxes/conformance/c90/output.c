#include <stdio.h>
#include <string.h>

int main(void) {
    char line[100] = "";
    int i;
    memset(line, 'x', 99);
    for (i = 0; i < 100000; i++) puts(line);
    return 0;
}
