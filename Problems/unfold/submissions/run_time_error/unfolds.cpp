// @EXPECTED_RESULTS@: MEMORY-LIMIT
// Unfolds the text.
#include <cctype>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::string text;
    int q;
    std::cin >> text >> q;
    std::vector<std::pair<int, std::string>> open(1);
    int number = 0;
    for (const char c : text) {
        if (std::isdigit(static_cast<unsigned char>(c))) {
            number = number * 10 + (c - '0');
        } else if (c == '(') {
            open.emplace_back(number, "");
            number = 0;
        } else if (c == ')') {
            const auto [factor, inner] = open.back();
            open.pop_back();
            for (int i = 0; i < factor; i++) {
                open.back().second += inner;
            }
        } else {
            open.back().second += c;
        }
    }
    for (std::size_t position; std::cin >> position;) {
        std::cout << open[0].second[position - 1];
    }
    std::cout << '\n';
}
