// SIGABRT: an exception that nobody catches.
#include <iostream>
#include <stdexcept>

int main() {
    std::cout << "Hello, World!" << std::endl;
    throw std::runtime_error("after the answer");
}
