#include <iostream>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int count;
    long long value, sum = 0;
    std::cin >> count;
    while (count-- > 0 && std::cin >> value) sum += value;
    std::cout << sum << '\n';
}
