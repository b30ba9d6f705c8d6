#include <iostream>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(0);
    int count;
    std::cin >> count;
    long value, sum = 0;
    while (count-- > 0 && std::cin >> value) sum += value;
    std::cout << sum << '\n';
}
