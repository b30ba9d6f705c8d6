// Depth first from behind, with a stack of its own.
#include <algorithm>
#include <iostream>
#include <utility>
#include <vector>

int main() {
    std::size_t n, m;
    std::cin >> n >> m;
    std::vector<std::vector<std::size_t>> after(n + 1);
    for (std::size_t i = 0; i < m; i++) {
        std::size_t a, b;
        std::cin >> a >> b;
        after[a].push_back(b);
    }

    enum class State { fresh, open, done };
    std::vector<State> state(n + 1, State::fresh);
    std::vector<std::size_t> order;
    for (std::size_t root = 1; root <= n; root++) {
        if (state[root] != State::fresh) {
            continue;
        }
        std::vector<std::pair<std::size_t, std::size_t>> stack{{root, 0}};
        state[root] = State::open;
        while (!stack.empty()) {
            auto &[task, next] = stack.back();
            if (next == after[task].size()) {
                state[task] = State::done;
                order.push_back(task);
                stack.pop_back();
                continue;
            }
            const std::size_t other = after[task][next++];
            if (state[other] == State::open) {
                std::cout << "IMPOSSIBLE\n";
                return 0;
            }
            if (state[other] == State::fresh) {
                state[other] = State::open;
                stack.emplace_back(other, 0);
            }
        }
    }
    std::reverse(order.begin(), order.end());
    for (const std::size_t task : order) {
        std::cout << task << ' ';
    }
    std::cout << '\n';
}
