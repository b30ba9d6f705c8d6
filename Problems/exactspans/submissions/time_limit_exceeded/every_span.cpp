// Adds up every span, from each beginning to each end.
#include <iostream>
#include <vector>

int main() {
    std::size_t n;
    int wanted;
    std::cin >> n >> wanted;
    std::vector<int> numbers(n);
    for (int &number : numbers) {
        std::cin >> number;
    }
    long long count = 0;
    for (std::size_t from = 0; from < n; from++) {
        int sum = 0;
        for (std::size_t to = from; to < n; to++) {
            sum += numbers[to];
            count += sum == wanted ? 1 : 0;
        }
    }
    std::cout << count << '\n';
}
