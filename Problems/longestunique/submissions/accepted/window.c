/* A window that moves on by code points; one flag for each code point in it. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static bool inside[0x110000];

int main(void) {
    unsigned *codes = malloc(200000 * sizeof *codes);
    if (codes == NULL) {
        return 1;
    }
    int count = 0;
    for (int byte = getchar(); byte != EOF && byte != '\n'; byte = getchar()) {
        if ((byte & 0xC0) == 0x80) {
            codes[count - 1] = codes[count - 1] << 6 | ((unsigned)byte & 0x3F);
        } else {
            const unsigned mask = byte < 0x80 ? 0x7F : byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0x0F : 0x07;
            codes[count++] = (unsigned)byte & mask;
        }
    }

    int best = 0, start = 0;
    for (int end = 0; end < count; end++) {
        while (inside[codes[end]]) {
            inside[codes[start++]] = false;
        }
        inside[codes[end]] = true;
        if (end + 1 - start > best) {
            best = end + 1 - start;
        }
    }
    printf("%d\n", best);
    free(codes);
    return 0;
}
