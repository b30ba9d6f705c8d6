#include <algorithm>
#include <cstdint>
#include <iostream>
#include <iterator>
#include <vector>

struct Shift {
    int begin, end, pay;
};

int main() {
    std::ios::sync_with_stdio(false);
    std::size_t n;
    std::cin >> n;
    std::vector<Shift> shifts(n);
    for (auto &[begin, end, pay] : shifts) {
        std::cin >> begin >> end >> pay;
    }
    std::sort(shifts.begin(), shifts.end(), [](const Shift &a, const Shift &b) { return a.end < b.end; });

    // best[k]: what the first k shifts are worth.
    std::vector<std::int64_t> best(n + 1);
    for (std::size_t k = 0; k < n; k++) {
        const auto after = std::upper_bound(
            shifts.begin(), shifts.begin() + static_cast<std::ptrdiff_t>(k), shifts[k].begin,
            [](int moment, const Shift &shift) { return moment < shift.end; });
        const auto before = static_cast<std::size_t>(std::distance(shifts.begin(), after));
        best[k + 1] = std::max(best[k], best[before] + shifts[k].pay);
    }
    std::cout << best[n] << '\n';
}
