// Waits for a number that is not there, and never looks whether the input has ended.
#include <iomanip>
#include <iostream>

int main() {
    int n;
    std::cin >> n;
    double sum = 0, x = 0;
    while (x != 1e308) {
        x = 0;
        std::cin >> x;
        sum += x;
    }
    std::cout << std::setprecision(15) << sum << '\n';
}
