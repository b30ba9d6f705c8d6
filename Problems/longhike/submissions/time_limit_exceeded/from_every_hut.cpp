// Walks from every hut to all others.
#include <algorithm>
#include <iostream>
#include <list>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::vector<std::list<std::pair<int, long long>>> paths(n + 1);
    for (int i = 1; i < n; i++) {
        int a, b;
        long long length;
        std::cin >> a >> b >> length;
        paths[a].emplace_back(b, length);
        paths[b].emplace_back(a, length);
    }
    struct Stop {
        int hut, before, count;
        long long length;
    };
    std::pair<long long, int> best{0, 0};
    for (int start = 1; start <= n; start++) {
        std::list<Stop> waiting{{start, 0, 0, 0}};
        while (!waiting.empty()) {
            const Stop stop = waiting.back();
            waiting.pop_back();
            best = std::max(best, {stop.length, stop.count});
            for (const auto &[other, length] : paths[stop.hut]) {
                if (other != stop.before) {
                    waiting.push_back({other, stop.hut, stop.count + 1, stop.length + length});
                }
            }
        }
    }
    std::cout << best.first << ' ' << best.second << '\n';
}
