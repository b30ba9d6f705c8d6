// Two threads spin at once: CPU time runs twice as fast as the clock.
#include <iostream>
#include <string>
#include <thread>

int main() {
    std::string line;
    std::getline(std::cin, line);
    auto spin = [] {
        for (volatile unsigned turns = 0;; turns = turns + 1) {
        }
    };
    std::thread other(spin);
    spin();
}
