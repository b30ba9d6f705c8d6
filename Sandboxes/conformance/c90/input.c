#include <stdio.h>
#include <string.h>

int main(void) {
    char line[100], last[100] = "";
    int count = 0;
    while (fgets(line, sizeof line, stdin)) {
        count++;
        strcpy(last, line);
    }
    printf("%d\n%s", count, last);
    return 0;
}
