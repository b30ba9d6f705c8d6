// Fills 1 GiB before it reads.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::vector<std::vector<unsigned char>> blocks;
    for (int i = 0; i < 128; i++) {
        blocks.emplace_back(8 << 20, static_cast<unsigned char>(i + 1));
    }
    std::string line;
    std::getline(std::cin, line);

    std::vector<unsigned> codes;
    for (const char c : line) {
        const unsigned byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) == 0x80) {
            codes.back() = codes.back() << 6 | (byte & 0x3F);
        } else {
            codes.push_back(byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1F : byte < 0xF0 ? byte & 0x0F : byte & 0x07);
        }
    }
    std::vector<int> next(0x110000, 0);
    int start = 0, best = 0, position = 0;
    for (const unsigned code : codes) {
        start = std::max(start, next[code]);
        next[code] = ++position;
        best = std::max(best, position - start);
    }
    std::cout << best + (blocks[line.size() & 127][line.size()] == 0) << '\n';
}
