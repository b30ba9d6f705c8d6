#include <cstdint>
#include <iostream>
#include <unordered_map>

int main() {
    std::ios::sync_with_stdio(false);
    int n, wanted;
    std::cin >> n >> wanted;
    std::unordered_map<int, std::int64_t> seen{{0, 1}};
    std::int64_t count = 0;
    int sum = 0;
    for (int number; std::cin >> number;) {
        sum += number;
        const auto before = seen.find(sum - wanted);
        count += before == seen.end() ? 0 : before->second;
        seen[sum]++;
    }
    std::cout << count << '\n';
}
