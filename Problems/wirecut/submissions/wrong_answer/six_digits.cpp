// Right, but printed with the six digits that streams have by default.
#include <iostream>
#include <vector>

int main() {
    std::size_t n;
    long long k;
    std::cin >> n >> k;
    std::vector<double> wires(n);
    for (double &wire : wires) {
        std::cin >> wire;
    }
    double low = 0, high = 1e9 + 1;
    for (int i = 0; i < 100; i++) {
        const double middle = (low + high) / 2;
        long long count = 0;
        for (const double wire : wires) {
            count += static_cast<long long>(wire / middle);
        }
        (count >= k ? low : high) = middle;
    }
    std::cout << low << '\n';
}
