#include "greeting.h"

int main(void) {
    greet("World");
    return 0;
}
