// Prints what it could place, even if that is not everything.
#include <iostream>
#include <vector>

int main() {
    std::size_t n, m;
    std::cin >> n >> m;
    std::vector<std::vector<std::size_t>> after(n + 1);
    std::vector<int> waiting(n + 1);
    for (std::size_t i = 0; i < m; i++) {
        std::size_t a, b;
        std::cin >> a >> b;
        after[a].push_back(b);
        waiting[b]++;
    }
    std::vector<std::size_t> order;
    for (std::size_t task = 1; task <= n; task++) {
        if (waiting[task] == 0) {
            order.push_back(task);
        }
    }
    for (std::size_t done = 0; done < order.size(); done++) {
        for (const std::size_t other : after[order[done]]) {
            if (--waiting[other] == 0) {
                order.push_back(other);
            }
        }
    }
    for (const std::size_t task : order) {
        std::cout << task << '\n';
    }
}
