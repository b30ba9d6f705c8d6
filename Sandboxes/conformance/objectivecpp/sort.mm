#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    int count;
    std::cin >> count;
    std::vector<int> values(count);
    for (int &value : values) std::cin >> value;
    std::sort(values.begin(), values.end());
    for (int value : values) std::cout << value << '\n';
}
