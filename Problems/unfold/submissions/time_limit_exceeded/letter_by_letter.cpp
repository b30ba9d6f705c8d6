// Walks through the unfolded text without keeping it, until it is at the position.
#include <cctype>
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

std::string text;
std::vector<std::size_t> closing;

/// Goes through the sequence at `place`; whether the letter was found before its end.
bool walk(std::size_t place, std::int64_t &left, char &letter) {
    while (place < text.size() && text[place] != ')') {
        if (std::isdigit(static_cast<unsigned char>(text[place]))) {
            int factor = 0;
            for (; text[place] != '('; place++) {
                factor = factor * 10 + (text[place] - '0');
            }
            for (int i = 0; i < factor; i++) {
                if (walk(place + 1, left, letter)) {
                    return true;
                }
            }
            place = closing[place] + 1;
        } else if (--left == 0) {
            letter = text[place];
            return true;
        } else {
            place++;
        }
    }
    return false;
}

int main() {
    int q;
    std::cin >> text >> q;
    closing.resize(text.size());
    std::vector<std::size_t> open;
    for (std::size_t place = 0; place < text.size(); place++) {
        if (text[place] == '(') {
            open.push_back(place);
        } else if (text[place] == ')') {
            closing[open.back()] = place;
            open.pop_back();
        }
    }
    for (std::int64_t position; std::cin >> position;) {
        char letter = '?';
        walk(0, position, letter);
        std::cout << letter;
    }
    std::cout << '\n';
}
