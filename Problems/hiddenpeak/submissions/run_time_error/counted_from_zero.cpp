// Notes heights at the numbers of the marks, in a vector that has no place for the last one.
#include <iostream>
#include <vector>

int main() {
    int n, q;
    std::cin >> n >> q;
    std::vector<int> heights(n, -1);
    const auto height = [&](int mark) {
        std::cout << "? " << mark << std::endl;
        std::cin >> heights.at(mark);
        return heights[mark];
    };
    int low = 1, high = n;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (height(middle) < height(middle + 1)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    std::cout << "! " << low << std::endl;
}
