// Remembers where each code point was seen last; decodes UTF-8 by hand.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::string line;
    std::getline(std::cin, line);

    std::vector<int> next(0x110000, 0);  // behind the last occurrence
    int start = 0, best = 0, position = 0;
    for (std::size_t i = 0; i < line.size();) {
        const unsigned char lead = static_cast<unsigned char>(line[i]);
        const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        unsigned code = length == 1 ? lead : lead & (0x7Fu >> length);
        for (int k = 1; k < length; k++) {
            code = code << 6 | (static_cast<unsigned char>(line[i + static_cast<std::size_t>(k)]) & 0x3Fu);
        }
        i += static_cast<std::size_t>(length);

        start = std::max(start, next[code]);
        position++;
        next[code] = position;
        best = std::max(best, position - start);
    }
    std::cout << best << '\n';
}
