// The number of spans does not fit into an int.
#include <iostream>
#include <unordered_map>

int main() {
    int n, wanted;
    std::cin >> n >> wanted;
    std::unordered_map<int, unsigned> seen{{0, 1}};
    unsigned count = 0;
    int sum = 0;
    for (int number; std::cin >> number;) {
        sum += number;
        count += seen.count(sum - wanted) > 0 ? seen[sum - wanted] : 0;
        seen[sum]++;
    }
    std::cout << count << '\n';
}
