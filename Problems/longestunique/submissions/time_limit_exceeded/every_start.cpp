// Starts again at every character: 20 billion insertions for 200,000 different ones.
#include <algorithm>
#include <iostream>
#include <set>
#include <string>
#include <vector>

int main() {
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
    std::size_t best = 0;
    for (std::size_t start = 0; start < codes.size(); start++) {
        std::set<unsigned> seen;
        for (std::size_t end = start; end < codes.size() && seen.insert(codes[end]).second; end++) {
        }
        best = std::max(best, seen.size());
    }
    std::cout << best << '\n';
}
