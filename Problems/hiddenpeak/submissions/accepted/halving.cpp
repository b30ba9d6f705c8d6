#include <iostream>

int height(int mark) {
    std::cout << "? " << mark << std::endl;
    int answer;
    std::cin >> answer;
    return answer;
}

int main() {
    int n, q;
    std::cin >> n >> q;
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
