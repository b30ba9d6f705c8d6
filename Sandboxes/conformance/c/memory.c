#include <stdlib.h>
#include <string.h>

struct block {
    struct block *next;
    char content[1 << 20];
};

int main(void) {
    struct block *volatile blocks = NULL;
    for (;;) {
        struct block *block = malloc(sizeof *block);
        memset(block->content, 1, sizeof block->content);
        block->next = blocks;
        blocks = block;
    }
}
