// Asks for the last opening tag without asking whether there is one.
#include <algorithm>
#include <deque>
#include <iostream>
#include <string>

int main() {
    std::string text;
    std::getline(std::cin, text);
    std::deque<std::pair<std::string, std::size_t>> open;
    std::size_t deepest = 0;
    for (std::size_t start = text.find('<'); start != text.npos; start = text.find('<', start + 1)) {
        const std::string name = text.substr(start + 1, text.find('>', start) - start - 1);
        if (name[0] == '/') {
            if (open.at(open.size() - 1).first != name.substr(1)) {
                std::cout << "wrong " << start + 1 << '\n';
                return 0;
            }
            open.pop_back();
        } else {
            deepest = std::max(deepest, open.size() + 1);
            if (name.back() != '/') {
                open.emplace_back(name, start + 1);
            }
        }
    }
    if (open.empty()) {
        std::cout << "ok " << deepest << '\n';
    } else {
        std::cout << "open " << open.back().second << '\n';
    }
}
