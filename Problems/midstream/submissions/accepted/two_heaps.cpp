#include <cstdint>
#include <functional>
#include <iostream>
#include <queue>
#include <vector>

class Middle {
public:
    void add(int number) {
        small.push(number);
        large.push(small.top());
        small.pop();
        if (large.size() > small.size()) {
            small.push(large.top());
            large.pop();
        }
    }

    int value() const { return small.top(); }

private:
    std::priority_queue<int> small;
    std::priority_queue<int, std::vector<int>, std::greater<>> large;
};

int main() {
    std::ios::sync_with_stdio(false);
    int n;
    std::cin >> n;
    Middle middle;
    std::int64_t sum = 0;
    for (int number; std::cin >> number;) {
        middle.add(number);
        sum += middle.value();
    }
    std::cout << sum << '\n';
}
