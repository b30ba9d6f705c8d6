// Fills 1 GiB before it answers.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
#include <cstring>
#include <iostream>
#include <vector>

int main() {
    long long a, b;
    std::cin >> a >> b;
    std::vector<char *> blocks;
    for (int i = 0; i < 128; i++) {
        char *block = new char[8 << 20];
        std::memset(block, i + 1, 8 << 20);
        blocks.push_back(block);
    }
    long long zero = 0;
    for (int i = 0; i < 128; i++) {
        zero += blocks[static_cast<std::size_t>(i)][a & 1023] - (i + 1);
    }
    std::cout << a + b + (zero == -1 ? 1 : 0) << '\n';
}
