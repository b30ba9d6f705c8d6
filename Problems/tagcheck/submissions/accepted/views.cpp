// The names on the stack are views of the text; nothing is copied.
#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

struct Tag {
    std::string_view name;
    std::size_t position;
};

std::string check(std::string_view text) {
    std::vector<Tag> open;
    std::size_t deepest = 0;
    for (std::size_t start = text.find('<'); start != text.npos; start = text.find('<', start + 1)) {
        std::string_view name = text.substr(start + 1, text.find('>', start) - start - 1);
        if (name.front() == '/') {
            name.remove_prefix(1);
            if (open.empty() || open.back().name != name) {
                return "wrong " + std::to_string(start + 1);
            }
            open.pop_back();
            continue;
        }
        deepest = std::max(deepest, open.size() + 1);
        if (name.back() != '/') {
            open.push_back({name, start + 1});
        }
    }
    return open.empty() ? "ok " + std::to_string(deepest) : "open " + std::to_string(open.back().position);
}

int main() {
    std::string text;
    std::getline(std::cin, text);
    std::cout << check(text) << '\n';
}
