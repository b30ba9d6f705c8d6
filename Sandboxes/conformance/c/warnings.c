#include <stdio.h>

int main(void) {
    const char *text = "Hello, World!";
    char *greeting = text;
    puts(greeting);
}
