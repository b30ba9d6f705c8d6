// Tries all choices of switches: right as long as there are few.
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <vector>

int main() {
    std::size_t n;
    std::cin >> n;
    std::vector<std::uint64_t> numbers(n);
    for (std::uint64_t &number : numbers) {
        std::cin >> number;
    }
    std::vector<bool> isPressed(n);
    std::uint64_t largest = 0;
    for (;;) {
        std::uint64_t shown = 0;
        for (std::size_t i = 0; i < n; i++) {
            shown ^= isPressed[i] ? numbers[i] : 0;
        }
        largest = std::max(largest, shown);
        std::size_t i = 0;
        while (i < n && isPressed[i]) {
            isPressed[i++] = false;
        }
        if (i == n) {
            break;
        }
        isPressed[i] = true;
    }
    std::cout << largest << '\n';
}
