// Counts bytes.
#include <algorithm>
#include <iostream>
#include <string>

int main() {
    std::string line;
    std::getline(std::cin, line);
    int next[256] = {};
    int start = 0, best = 0, position = 0;
    for (const char byte : line) {
        int &behind = next[static_cast<unsigned char>(byte)];
        start = std::max(start, behind);
        behind = ++position;
        best = std::max(best, position - start);
    }
    std::cout << best << '\n';
}
