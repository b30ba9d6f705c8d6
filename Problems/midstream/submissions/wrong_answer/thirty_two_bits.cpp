// Right but for the sum, which does not fit into an int.
#include <iostream>
#include <queue>

int main() {
    int n;
    std::cin >> n;
    std::priority_queue<int> small, large;
    unsigned sum = 0;
    for (int number; std::cin >> number;) {
        small.push(number);
        large.push(-small.top());
        small.pop();
        if (large.size() > small.size()) {
            small.push(-large.top());
            large.pop();
        }
        sum += static_cast<unsigned>(small.top());
    }
    std::cout << static_cast<int>(sum) << '\n';
}
