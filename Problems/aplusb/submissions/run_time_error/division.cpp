// SIGFPE: divides by zero where the sum is zero.
#include <iostream>

int main() {
    long long a, b;
    std::cin >> a >> b;
    volatile long long sum = a + b;
    volatile long long quotient = a / sum;
    std::cout << sum + 0 * quotient << '\n';
}
