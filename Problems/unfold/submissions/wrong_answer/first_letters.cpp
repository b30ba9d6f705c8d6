// Unfolds no more than the first 100,000 letters, and thinks that they are repeated from there on.
#include <cctype>
#include <iostream>
#include <string>
#include <vector>

int main() {
    constexpr std::size_t most = 100'000;
    struct Part {
        int factor;
        std::string letters;
    };
    std::string text;
    int q;
    std::cin >> text >> q;
    std::vector<Part> open{{1, ""}};
    int number = 0;
    for (const char c : text) {
        if (std::isdigit(static_cast<unsigned char>(c))) {
            number = number * 10 + (c - '0');
        } else if (c == '(') {
            open.push_back({number, ""});
            number = 0;
        } else if (c == ')') {
            const Part inner = open.back();
            open.pop_back();
            for (int i = 0; i < inner.factor && open.back().letters.size() < most; i++) {
                open.back().letters += inner.letters;
            }
        } else {
            open.back().letters += c;
        }
    }
    const std::string &letters = open[0].letters;
    for (std::size_t position; std::cin >> position;) {
        std::cout << letters[(position - 1) % letters.size()];
    }
    std::cout << '\n';
}
