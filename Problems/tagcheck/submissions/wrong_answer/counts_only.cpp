// Counts how often each name is open, in whatever order: crossed tags are fine with it.
#include <algorithm>
#include <iostream>
#include <map>
#include <string>

int main() {
    std::string text;
    std::getline(std::cin, text);
    std::map<std::string, int> open;
    int depth = 0, deepest = 0;
    std::size_t last = 0;
    for (std::size_t start = text.find('<'); start != text.npos; start = text.find('<', start + 1)) {
        const std::string name = text.substr(start + 1, text.find('>', start) - start - 1);
        if (name[0] == '/') {
            depth--;
            if (open[name.substr(1)]-- == 0) {
                std::cout << "wrong " << start + 1 << '\n';
                return 0;
            }
        } else {
            deepest = std::max(deepest, depth + 1);
            if (name.back() != '/') {
                depth++;
                open[name]++;
                last = start + 1;
            }
        }
    }
    std::cout << (depth > 0 ? "open " + std::to_string(last) : "ok " + std::to_string(deepest)) << '\n';
}
