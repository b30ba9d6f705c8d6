// Sorts all numbers again after each.
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::vector<int> numbers;
    long long sum = 0;
    for (int number; std::cin >> number;) {
        numbers.push_back(number);
        std::sort(numbers.begin(), numbers.end());
        sum += numbers[(numbers.size() - 1) / 2];
    }
    std::cout << sum << '\n';
}
