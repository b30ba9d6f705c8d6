// The question stays in the buffer: both sides wait until the clock ends it.
#include <iostream>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, q;
    std::cin >> n >> q;
    int low = 1, high = n;
    while (low < high) {
        const int middle = (low + high) / 2;
        int here, next;
        std::cout << "? " << middle << "\n? " << middle + 1 << '\n';
        std::cin >> here >> next;
        if (here < next) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    std::cout << "! " << low << '\n';
}
