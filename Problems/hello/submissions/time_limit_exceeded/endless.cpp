#include <iostream>

int main() {
    std::cout << "Hello, World!" << std::endl;
    for (volatile unsigned turns = 0;; turns = turns + 1) {
    }
}
