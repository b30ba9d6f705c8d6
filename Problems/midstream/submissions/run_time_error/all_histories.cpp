// @EXPECTED_RESULTS@: MEMORY-LIMIT
// Keeps a sorted copy of all numbers for every moment.
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::vector<std::vector<int>> history(1);
    long long sum = 0;
    for (int number; std::cin >> number;) {
        history.push_back(history.back());
        auto &now = history.back();
        now.insert(std::lower_bound(now.begin(), now.end(), number), number);
        sum += now[(now.size() - 1) / 2];
    }
    std::cout << sum << '\n';
}
