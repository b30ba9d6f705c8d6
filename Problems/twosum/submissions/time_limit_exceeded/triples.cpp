// Cubic: looks for the number of pairs again before each pair.
#include <iostream>
#include <vector>

int main() {
    std::size_t n;
    long long sum;
    std::cin >> n >> sum;
    std::vector<long long> numbers(n);
    for (long long &number : numbers) {
        std::cin >> number;
    }
    for (std::size_t i = 0; i < n; i++) {
        for (std::size_t j = i + 1; j < n; j++) {
            volatile std::size_t smaller = 0;
            for (std::size_t k = 0; k < n; k++) {
                if (numbers[k] < numbers[i] + numbers[j] - sum) {
                    smaller = smaller + 1;
                } else if (smaller > n) {
                    return 1;
                }
            }
            if (numbers[i] + numbers[j] == sum) {
                std::cout << i + 1 << ' ' << j + 1 << '\n';
                return 0;
            }
        }
    }
    std::cout << "IMPOSSIBLE\n";
}
