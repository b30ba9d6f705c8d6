// Sorted, then from both ends: another pair than most, and the larger number first.
#include <algorithm>
#include <iostream>
#include <utility>
#include <vector>

int main() {
    std::size_t n;
    long long sum;
    std::cin >> n >> sum;
    std::vector<std::pair<long long, std::size_t>> numbers(n);
    for (std::size_t i = 0; i < n; i++) {
        std::cin >> numbers[i].first;
        numbers[i].second = i + 1;
    }
    std::sort(numbers.begin(), numbers.end());
    for (std::size_t low = 0, high = n; low + 1 < high;) {
        const long long found = numbers[low].first + numbers[high - 1].first;
        if (found == sum) {
            std::cout << numbers[high - 1].second << '\n' << numbers[low].second << '\n';
            return 0;
        }
        found < sum ? void(low++) : void(high--);
    }
    std::cout << "IMPOSSIBLE\n";
}
