// @EXPECTED_RESULTS@: MEMORY-LIMIT
// A table of the sums of all spans: 20 billion of them.
#include <iostream>
#include <vector>

int main() {
    std::size_t n;
    int wanted;
    std::cin >> n >> wanted;
    std::vector<std::vector<int>> sums;
    long long count = 0;
    for (int number; std::cin >> number;) {
        std::vector<int> row(sums.size() + 1);
        for (std::size_t from = 0; from < row.size(); from++) {
            row[from] = number + (sums.empty() || from == sums.size() ? 0 : sums.back()[from]);
            count += row[from] == wanted ? 1 : 0;
        }
        sums.push_back(row);
    }
    std::cout << count << '\n';
}
