#include <stdio.h>

int main(void) {
    char line[100];
    int i;
    for (i = 0; i < 2; i++)
        if (fgets(line, sizeof line, stdin)) fputs(line, stdout);
    puts("žluťoučký kůň, καλημέρα, 日本語, 🙂");
    return 0;
}
