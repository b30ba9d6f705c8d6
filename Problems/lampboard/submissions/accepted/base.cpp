#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <iostream>

class Base {
public:
    void add(std::uint64_t vector) {
        while (vector != 0) {
            std::uint64_t &leader = byHighestBit[static_cast<std::size_t>(std::bit_width(vector)) - 1];
            if (leader == 0) {
                leader = vector;
                return;
            }
            vector ^= leader;
        }
    }

    std::uint64_t largest() const {
        std::uint64_t sum = 0;
        for (auto vector = byHighestBit.rbegin(); vector != byHighestBit.rend(); ++vector) {
            sum = std::max(sum, sum ^ *vector);
        }
        return sum;
    }

private:
    std::array<std::uint64_t, 64> byHighestBit{};
};

int main() {
    std::ios::sync_with_stdio(false);
    int n;
    std::cin >> n;
    Base base;
    for (std::uint64_t number; std::cin >> number;) {
        base.add(number);
    }
    std::cout << base.largest() << '\n';
}
