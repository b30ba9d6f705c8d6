#include <iostream>

static const char *greeting() __attribute__((deprecated));

static const char *greeting() {
    return "Hello, World!\n";
}

int main() {
    std::cout << greeting();
}
