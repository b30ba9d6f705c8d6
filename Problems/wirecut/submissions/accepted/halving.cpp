#include <cstdint>
#include <iomanip>
#include <iostream>
#include <vector>

std::int64_t pieces(const std::vector<int> &wires, double length) {
    std::int64_t count = 0;
    for (const int wire : wires) {
        count += static_cast<std::int64_t>(wire / length);
    }
    return count;
}

int main() {
    std::ios::sync_with_stdio(false);
    std::size_t n;
    std::int64_t k;
    std::cin >> n >> k;
    std::vector<int> wires(n);
    double low = 1e-9, high = 1e9 + 1;
    for (int &wire : wires) {
        std::cin >> wire;
    }
    for (int i = 0; i < 100; i++) {
        const double middle = (low + high) / 2;
        (pieces(wires, middle) >= k ? low : high) = middle;
    }
    std::cout << std::fixed << std::setprecision(9) << low << '\n';
}
