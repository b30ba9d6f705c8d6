// Counts through all 64 bits before it answers.
#include <iostream>

int main() {
    long long a, b;
    std::cin >> a >> b;
    volatile unsigned long long turns = 0;
    while (turns + 1 > turns) {
        turns = turns + 1;
    }
    std::cout << a + b << '\n';
}
