#include <iostream>

#include "tasks.h"

int main() {
    int n, m;
    std::cin >> n >> m;
    Tasks tasks(n);
    for (int i = 0; i < m; i++) {
        int a, b;
        std::cin >> a >> b;
        tasks.add(a - 1, b - 1);
    }
    const std::vector<int> order = tasks.order();
    if (order.size() < static_cast<std::size_t>(n)) {
        std::cout << "IMPOSSIBLE\n";
        return 0;
    }
    for (const int task : order) {
        std::cout << task + 1 << '\n';
    }
}
