// The right answer, then an exit code that is not 0.
#include <iostream>

int main() {
    std::cout << "Hello, World!" << std::endl;
    return 3;
}
