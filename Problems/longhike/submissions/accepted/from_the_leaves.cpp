// Goes through the huts from the leaves up, and puts the two deepest branches of each hut together.
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <vector>

struct Way {
    std::int64_t length = 0;
    int paths = 0;

    Way operator+(const Way &other) const { return {length + other.length, paths + other.paths}; }
    auto operator<=>(const Way &) const = default;
};

struct Path {
    std::size_t to;
    std::int64_t length;
};

int main() {
    std::ios::sync_with_stdio(false);
    std::size_t n;
    std::cin >> n;
    std::vector<std::vector<Path>> paths(n + 1);
    for (std::size_t i = 1; i < n; i++) {
        std::size_t a, b;
        std::int64_t length;
        std::cin >> a >> b >> length;
        paths[a].push_back({b, length});
        paths[b].push_back({a, length});
    }

    std::vector<std::size_t> order{1};
    std::vector<Path> up(n + 1, {0, 0});
    for (std::size_t i = 0; i < order.size(); i++) {
        const std::size_t hut = order[i];
        for (const auto &[other, length] : paths[hut]) {
            if (other != up[hut].to) {
                up[other] = {hut, length};
                order.push_back(other);
            }
        }
    }

    std::vector<Way> deepest(n + 1);
    Way best;
    for (auto hut = order.rbegin(); hut != order.rend(); ++hut) {
        const auto &[parent, length] = up[*hut];
        const Way branch = deepest[*hut] + Way{length, 1};
        best = std::max(best, deepest[*hut]);
        if (parent != 0) {
            best = std::max(best, deepest[parent] + branch);
            deepest[parent] = std::max(deepest[parent], branch);
        }
    }
    std::cout << best.length << ' ' << best.paths << '\n';
}
