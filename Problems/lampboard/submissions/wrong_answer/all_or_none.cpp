// Thinks that any lamp can be on that any switch is wired to.
#include <cstdint>
#include <iostream>

int main() {
    int n;
    std::cin >> n;
    std::uint64_t lamps = 0;
    for (std::uint64_t number; std::cin >> number;) {
        lamps |= number;
    }
    std::cout << lamps << '\n';
}
