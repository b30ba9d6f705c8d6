// Six digits are all that a stream prints unless it is told otherwise.
#include <iostream>

int main() {
    int n;
    std::cin >> n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
        double x;
        std::cin >> x;
        sum += x;
    }
    std::cout << sum << '\n';
}
