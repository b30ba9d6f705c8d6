// 24 bits are not enough.
#include <iomanip>
#include <iostream>

int main() {
    int n;
    std::cin >> n;
    float sum = 0;
    for (int i = 0; i < n; i++) {
        float x;
        std::cin >> x;
        sum += x;
    }
    std::cout << std::setprecision(9) << sum << '\n';
}
