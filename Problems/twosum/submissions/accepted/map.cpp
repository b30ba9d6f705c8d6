#include <iostream>
#include <unordered_map>

int main() {
    int n;
    long long sum;
    std::cin >> n >> sum;
    std::unordered_map<long long, int> positions;
    for (int position = 1; position <= n; position++) {
        long long x;
        std::cin >> x;
        if (const auto other = positions.find(sum - x); other != positions.end()) {
            std::cout << other->second << ' ' << position << '\n';
            return 0;
        }
        positions[x] = position;
    }
    std::cout << "IMPOSSIBLE\n";
}
