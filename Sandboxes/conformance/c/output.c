#include <stdio.h>
#include <string.h>

int main(void) {
    char line[100] = "";
    memset(line, 'x', 99);
    for (int i = 0; i < 100000; i++) puts(line);
}
