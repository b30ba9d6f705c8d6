// Depth first without remembering: every way through the ladder is one of 2^200.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <vector>

std::vector<std::vector<std::size_t>> after;
std::vector<std::size_t> depth;

void walk(std::size_t task, std::size_t length) {
    depth[task] = std::max(depth[task], length);
    if (length > after.size()) {
        std::cout << "IMPOSSIBLE\n";
        std::exit(0);
    }
    for (const std::size_t other : after[task]) {
        walk(other, length + 1);
    }
}

int main() {
    std::size_t n, m;
    std::cin >> n >> m;
    after.resize(n + 1);
    depth.resize(n + 1);
    for (std::size_t i = 0; i < m; i++) {
        std::size_t a, b;
        std::cin >> a >> b;
        after[a].push_back(b);
    }
    for (std::size_t task = 1; task <= n; task++) {
        walk(task, 1);
    }
    std::vector<std::size_t> order;
    for (std::size_t task = 1; task <= n; task++) {
        order.push_back(task);
    }
    std::sort(order.begin(), order.end(), [](std::size_t a, std::size_t b) { return depth[a] < depth[b]; });
    for (const std::size_t task : order) {
        std::cout << task << '\n';
    }
}
