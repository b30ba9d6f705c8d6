// Goes to the lower side.
#include <iostream>

int main() {
    int n, q;
    std::cin >> n >> q;
    int low = 1, high = n;
    while (low < high) {
        const int middle = (low + high) / 2;
        int here, next;
        std::cout << "? " << middle << std::endl;
        std::cin >> here;
        std::cout << "? " << middle + 1 << std::endl;
        std::cin >> next;
        if (here > next) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    std::cout << "! " << low << std::endl;
}
