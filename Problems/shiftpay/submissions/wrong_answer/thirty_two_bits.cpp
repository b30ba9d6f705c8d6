// Right but for the sum, which does not fit into 32 bits.
#include <algorithm>
#include <iostream>
#include <map>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::vector<std::vector<unsigned>> shifts(n, std::vector<unsigned>(3));
    for (auto &shift : shifts) {
        std::cin >> shift[1] >> shift[0] >> shift[2];
    }
    std::sort(shifts.begin(), shifts.end());
    std::map<unsigned, unsigned> earned{{0, 0}};
    for (const auto &shift : shifts) {
        const unsigned sum = std::prev(earned.upper_bound(shift[1]))->second + shift[2];
        earned[shift[0]] = std::max(earned.rbegin()->second, sum);
    }
    std::cout << earned.rbegin()->second << '\n';
}
