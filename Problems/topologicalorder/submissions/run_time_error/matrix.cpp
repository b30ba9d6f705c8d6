// A table of all pairs of tasks, four bytes each: 1.6 GB.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
#include <iostream>
#include <vector>

int main() {
    std::size_t n, m;
    std::cin >> n >> m;
    std::vector<std::vector<int>> comesBefore(n + 1, std::vector<int>(n + 1, -1));
    std::vector<int> waiting(n + 1);
    for (std::size_t i = 0; i < m; i++) {
        std::size_t a, b;
        std::cin >> a >> b;
        waiting[b] += comesBefore[a][b] == -1;
        comesBefore[a][b] = 1;
    }
    std::vector<std::size_t> order;
    for (std::size_t task = 1; task <= n; task++) {
        if (waiting[task] == 0) {
            order.push_back(task);
        }
    }
    for (std::size_t done = 0; done < order.size(); done++) {
        for (std::size_t other = 1; other <= n; other++) {
            if (comesBefore[order[done]][other] == 1 && --waiting[other] == 0) {
                order.push_back(other);
            }
        }
    }
    if (order.size() < n) {
        std::cout << "IMPOSSIBLE\n";
        return 0;
    }
    for (const std::size_t task : order) {
        std::cout << task << '\n';
    }
}
