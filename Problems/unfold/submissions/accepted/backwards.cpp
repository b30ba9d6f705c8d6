// Without a tree: walks back through the folded text, which says how long it was before each character.
#include <cctype>
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

struct Piece {
    char kind;             // a letter, '(' or ')'
    std::int64_t start;    // how many letters of its own sequence are before it
    std::int64_t length;   // of ')': of the sequence that ends
    std::size_t opening;   // of ')': its '('
};

std::vector<Piece> pieces(const std::string &text) {
    std::vector<Piece> found;
    std::vector<std::pair<std::size_t, std::int64_t>> open;  // where, and the number before it
    std::int64_t length = 0, number = 0;
    for (const char c : text) {
        if (std::isdigit(static_cast<unsigned char>(c))) {
            number = number * 10 + (c - '0');
        } else if (c == '(') {
            open.emplace_back(found.size(), number);
            found.push_back({c, length, 0, 0});
            number = length = 0;
        } else if (c == ')') {
            const auto [opening, factor] = open.back();
            open.pop_back();
            found.push_back({c, found[opening].start, length, opening});
            length = found[opening].start + factor * length;
        } else {
            found.push_back({c, length++, 0, 0});
        }
    }
    return found;
}

char find(const std::vector<Piece> &pieces, std::int64_t position) {
    for (std::size_t i = pieces.size(); i-- > 0;) {
        const Piece &piece = pieces[i];
        if (piece.kind == ')') {
            if (position >= piece.start) {
                // Inside: from here on positions count from the beginning of that sequence.
                position = (position - piece.start) % piece.length;
            } else {
                i = piece.opening;
            }
        } else if (piece.kind != '(' && piece.start == position) {
            return piece.kind;
        }
    }
    return '?';
}

int main() {
    std::string text;
    int q;
    std::cin >> text >> q;
    const std::vector<Piece> all = pieces(text);
    std::string letters;
    for (std::int64_t position; std::cin >> position;) {
        letters += find(all, position - 1);
    }
    std::cout << letters << '\n';
}
