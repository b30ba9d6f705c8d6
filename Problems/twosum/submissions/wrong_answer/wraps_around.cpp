// Sums in 32 bits that wrap around.
#include <cstdint>
#include <iostream>
#include <unordered_map>

int main() {
    int n;
    long long sum;
    std::cin >> n >> sum;
    std::unordered_map<std::uint32_t, int> positions;
    for (int position = 1; position <= n; position++) {
        long long x;
        std::cin >> x;
        if (const auto other = positions.find(static_cast<std::uint32_t>(sum - x)); other != positions.end()) {
            std::cout << other->second << ' ' << position << '\n';
            return 0;
        }
        positions[static_cast<std::uint32_t>(x)] = position;
    }
    std::cout << "IMPOSSIBLE\n";
}
