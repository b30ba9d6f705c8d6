#include <iostream>

static long depth(volatile long n) {
    return n == 0 ? 0 : 1 + depth(n - 1);
}

int main() {
    std::cout << depth(100000) << '\n';
}
