// Greedy: takes the best paid shift that fits.
#include <algorithm>
#include <iostream>
#include <map>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::vector<std::vector<int>> shifts(n, std::vector<int>(3));
    for (auto &shift : shifts) {
        std::cin >> shift[1] >> shift[2] >> shift[0];
    }
    std::sort(shifts.rbegin(), shifts.rend());
    std::map<int, int> taken;
    long long earned = 0;
    for (const auto &shift : shifts) {
        const auto next = taken.lower_bound(shift[1]);
        const bool isFree = (next == taken.end() || next->first >= shift[2])
            && (next == taken.begin() || std::prev(next)->second <= shift[1]);
        if (isFree) {
            taken[shift[1]] = shift[2];
            earned += shift[0];
        }
    }
    std::cout << earned << '\n';
}
