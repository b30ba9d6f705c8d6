// Lengths are added in 32 bits.
#include <algorithm>
#include <iostream>
#include <vector>

struct Hut {
    std::vector<std::pair<int, unsigned>> paths;
};

std::pair<std::pair<unsigned, int>, int> farthest(const std::vector<Hut> &huts, int start) {
    std::vector<std::vector<unsigned>> waiting{{static_cast<unsigned>(start), 0, 0, 0}};
    std::pair<std::pair<unsigned, int>, int> best{{0, 0}, start};
    while (!waiting.empty()) {
        const std::vector<unsigned> stop = waiting.back();
        waiting.pop_back();
        best = std::max(best, {{stop[2], static_cast<int>(stop[3])}, static_cast<int>(stop[0])});
        for (const auto &[other, length] : huts[stop[0]].paths) {
            if (other != static_cast<int>(stop[1])) {
                waiting.push_back({static_cast<unsigned>(other), stop[0], stop[2] + length, stop[3] + 1});
            }
        }
    }
    return best;
}

int main() {
    int n;
    std::cin >> n;
    std::vector<Hut> huts(n + 1);
    for (int i = 1; i < n; i++) {
        int a, b;
        unsigned length;
        std::cin >> a >> b >> length;
        huts[a].paths.emplace_back(b, length);
        huts[b].paths.emplace_back(a, length);
    }
    const auto [way, end] = farthest(huts, farthest(huts, 1).second);
    std::cout << way.first << ' ' << way.second << '\n';
}
