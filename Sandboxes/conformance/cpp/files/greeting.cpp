#include "greeting.hpp"

#include <iostream>

void greet(const std::string &name) {
    std::cout << "Hello, " << name << "!\n";
}
