#include <algorithm>
#include <cstddef>
#include <iostream>
#include <vector>

int main() {
    int count;
    std::cin >> count;
    std::vector<int> values(count);
    for (std::size_t i = 0; i < values.size(); i++) std::cin >> values[i];
    std::sort(values.begin(), values.end());
    for (std::size_t i = 0; i < values.size(); i++) std::cout << values[i] << '\n';
}
