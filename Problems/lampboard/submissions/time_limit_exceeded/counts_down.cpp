// Asks of every number, from 2^60 down, whether the board can show it.
#include <bit>
#include <cstdint>
#include <iostream>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::vector<std::uint64_t> base(60);
    const auto rest = [&](std::uint64_t number) {
        while (number != 0 && base[std::bit_width(number) - 1] != 0) {
            number ^= base[std::bit_width(number) - 1];
        }
        return number;
    };
    for (std::uint64_t number; std::cin >> number;) {
        if (const std::uint64_t left = rest(number); left != 0) {
            base[std::bit_width(left) - 1] = left;
        }
    }
    std::uint64_t largest = (std::uint64_t{1} << 60) - 1;
    while (rest(largest) != 0) {
        largest--;
    }
    std::cout << largest << '\n';
}
