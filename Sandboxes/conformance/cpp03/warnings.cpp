#include <iostream>

__attribute__((deprecated)) static const char *greeting() {
    return "Hello, World!\n";
}

int main() {
    std::cout << greeting();
}
