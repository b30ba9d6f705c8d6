// Makes the pieces shorter by a millionth of a millimetre until there are enough.
#include <algorithm>
#include <iomanip>
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
    double length = *std::max_element(wires.begin(), wires.end());
    for (;;) {
        long long count = 0;
        for (const double wire : wires) {
            count += static_cast<long long>(wire / length);
        }
        if (count >= k) {
            break;
        }
        length = length > 1e-5 ? length - 1e-6 : length * (1 - 1e-9);
    }
    std::cout << std::fixed << std::setprecision(12) << length << '\n';
}
